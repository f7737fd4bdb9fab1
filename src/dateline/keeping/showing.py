"""A record as it is looked at: incidents whole, in lists, and reports with their lineage."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.errors import GoneError, UnknownNameError
from dateline.reconcile.identity import order
from dateline.reconcile.lineage import common_sources, fingerprints, lineages
from dateline.reconcile.merging import joins, merge
from dateline.reconcile.scoring import explain
from dateline.reconcile.sketch import decode_sketch
from dateline.reconcile.sums import of_parts
from dateline.reconcile.verdicts import Bench
from dateline.records import (
    Incident,
    Listed,
    Pair,
    Query,
    Record,
    SumCheck,
    Trace,
)
from dateline.store import Reading

_LOOKALIKES = 5
_SHARED = 3  # fingerprints; fewer are in many texts by chance


def incident(store: Reading, id_: str) -> Incident:
    """Give all that is known of an incident, or say where to look for it."""
    refs = store.events_of(id_)
    if not refs:
        raise unknown_incident(store, id_)
    return _whole(store, id_, refs)


def unknown_incident(store: Reading, id_: str) -> UnknownNameError:
    """Say that an id stands for no incident, and where to look for what it stood for."""
    gone = store.tombstone(id_)
    if gone is None:
        message = f"No incident {id_!r} in the record; `dateline incidents` lists them"
        return UnknownNameError(message, name=id_)
    look = f"; look at {', '.join(gone.successors)}" if gone.successors else ""
    message = f"Incident {id_} is no more: {gone.reason}{look}"
    return GoneError(message, name=id_, known=gone.successors)


def incidents(store: Reading, query: Query) -> Iterator[Incident]:
    """Give every incident that fits, in the order of the ids."""
    for id_ in list(store.incident_ids(query)):
        yield _whole(store, id_, store.events_of(id_))


def search(store: Reading, query: Query) -> tuple[Listed, ...]:
    """List the incidents that fit, the latest first, each with the wider ones it is part of."""
    return tuple(
        replace(row, part_of=_ids(store, row.part_of, but=row.id)) for row in store.search(query)
    )


def named_report(store: Reading, id_: str, version: int | None = None) -> Record:
    """Find a report by its id, as it is now or in an older version."""
    record = store.report(id_, version)
    if record is None:
        which = f"version {version} of report {id_!r}" if version else f"report {id_!r}"
        message = (
            f"No {which} in the record; `dateline incidents` and `dateline incident` name reports"
        )
        raise UnknownNameError(message, name=id_)
    return record


def trace(store: Reading, record: Record) -> Trace:
    """Find the reports that a report took words from, that took its own, or share a source."""
    report = record.report
    near = {event.rpartition("/")[0] for event in _told_with(store, record)} | {report.id}
    near = _with_copies(store, _with_copies(store, near))  # a copy's own original, too
    others = list(store.records(near - {report.id}))
    known = sorted([report, *(other.report for other in others)], key=order)
    found = lineages(known)
    links = [link for lineage in found for link in lineage.links]
    return Trace(
        report=report,
        lineage=next(lineage for lineage in found if report.id in lineage.reports),
        taken=tuple(link for link in links if link.child == report.id),
        given=tuple(link for link in links if link.parent == report.id),
        shared=tuple(common_sources(record, sorted(others, key=lambda r: order(r.report)))),
        reports=tuple(known),
    )


def _with_copies(store: Reading, ids: set[str]) -> set[str]:
    found = set(ids)
    for record in store.records(ids):
        found |= {id_ for id_, _ in store.copies(fingerprints(record.report), least=_SHARED)}
    return found


def _told_with(store: Reading, record: Record) -> set[str]:
    """Find the events that are told of the same incidents as this report's."""
    refs = [f"{record.report.id}/{event.id}" for event in record.events]
    ids = {store.incident_of(ref) for ref in refs}
    return {event for id_ in ids if id_ for event in store.events_of(id_)}


def _whole(store: Reading, id_: str, refs: tuple[str, ...]) -> Incident:
    bench = Bench(store.judgements({ref.rpartition("/")[0] for ref in refs}), store.report)
    sketches = [decode_sketch(row.sketch) for row in store.rows(refs)]
    judged = bench.of({ref: ref.rpartition("/")[0] for ref in refs})
    found = merge(store.tellings(refs), sketches, judgements=judged)
    wider = [f"{t.report.id}/{t.event.part_of}" for t in found.tellings if t.event.part_of]
    parts = [part for telling in found.tellings for part in _parts(store, telling.ref)]
    return replace(
        found,
        part_of=_ids(store, wider, but=id_),
        parts=_ids(store, parts, but=id_),
        checks=(*found.checks, *_across(store, found)),
        merges=joins(sketches),
        lookalikes=_lookalikes(store, refs),
    )


def _parts(store: Reading, ref: str) -> Iterator[str]:
    """Yield the events that their report calls part of this one."""
    report, _, name = ref.rpartition("/")
    record = store.report(report)
    yield from (f"{report}/{e.id}" for e in (record.events if record else ()) if e.part_of == name)


def _ids(store: Reading, refs: Iterable[str], *, but: str) -> tuple[str, ...]:
    found = {store.incident_of(ref) for ref in refs}
    return tuple(sorted(id_ for id_ in found if id_ and id_ != but))


def _across(store: Reading, found: Incident) -> Iterator[SumCheck]:
    """Check a wider incident's figures against what the same report gives of its parts."""
    for telling in found.tellings:
        record = store.report(telling.report.id)
        if record is not None:
            yield from of_parts(record, telling.event)


def _lookalikes(store: Reading, refs: tuple[str, ...]) -> tuple[Pair, ...]:
    """Find events of other incidents that are much like these, and why they are held apart."""
    outside = [p for p in store.pairs_of(refs) if (p.left in refs) != (p.right in refs)]
    outside.sort(key=lambda pair: (-pair.points, pair.left, pair.right))
    rows = {ref for pair in outside[:_LOOKALIKES] for ref in (pair.left, pair.right)}
    drawn = {row.ref: decode_sketch(row.sketch) for row in store.rows(sorted(rows))}
    return tuple(explain(drawn[p.left], drawn[p.right]) for p in outside[:_LOOKALIKES])
