"""What a change does to a record: reports in and out, judgements.

The incidents follow from the reports and the judgements alone. What is done here on each change is
no more than to find those anew that the change can touch.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

import msgspec

from dateline.errors import UnknownNameError
from dateline.reconcile.blocking import asked, keys
from dateline.reconcile.clustering import Ends, cluster
from dateline.reconcile.correcting import corrected
from dateline.reconcile.identity import anchor, find, own_ids, told_order
from dateline.reconcile.lineage import fingerprints
from dateline.reconcile.listing import listed
from dateline.reconcile.merging import merge
from dateline.reconcile.scoring import score
from dateline.reconcile.sketch import Sketch, decode_sketch, encode_sketch, sketches
from dateline.reconcile.verdicts import Bench
from dateline.records import (
    Anchor,
    EventRow,
    Judgement,
    Pair,
    Record,
    Report,
    Tombstone,
)
from dateline.store import Reading, Writer


def digest(report: Report) -> str:
    """Hash all that was read of a report, so that the same is known again."""
    read = msgspec.json.encode(replace(report, id="", source=None, credits=()))
    return sha256(read).hexdigest()


def keep(write: Writer, records: Sequence[Record], *, program: str) -> None:
    """Put coded reports into the record, and find the incidents anew that they touch."""
    change = _Change()
    for record in records:
        _withdraw(write, record.report.id, change, because="was changed")
        _put(write, record, change, program=program)
    _settle(write, change)


def keep_new(write: Writer, record: Record, *, program: str) -> str:
    """Put a coded report into the record unless it is there: ``added``, ``changed`` or ``known``.

    Another process may have added it while it was read here.
    """
    there = write.digest(record.report.id)
    if there == digest(record.report):
        return "known"
    keep(write, [record], program=program)
    return "changed" if there else "added"


def remove(write: Writer, report: str) -> None:
    """Take a report out, as if it had never been there; its ids say where to look."""
    change = _Change()
    _withdraw(write, report, change, because="was removed")
    write.remove_report(report)
    _settle(write, change)


def judge(write: Writer, judgement: Judgement) -> Judgement:
    """Keep what an analyst decided, and find the incidents anew that it touches."""
    kept = write.put_judgement(judgement)
    if _corrects(write, kept):
        _recode(write, kept.left.report)
        return kept
    bench = Bench([], write.report)
    refs = [bench.ref(held) for held in (kept.left, kept.right) if held]
    known = sorted(ref for ref in refs if ref)
    change = _Change(touched=set(known), fresh=set(known))
    if kept.verdict == "reject" and known:
        change.lost += _lost(write, known, f"{known[0]} is held to be no event: {kept.reason}")
    _connect(write, kept.left.report)
    _settle(write, change)
    return kept


def _corrects(write: Writer, judgement: Judgement) -> bool:
    """Tell whether a judgement changes what a report is held to say, or takes that back."""
    if judgement.verdict == "undo":
        taken = next(j for j in write.judgements([judgement.left.report]) if _is(j, judgement))
        return _corrects(write, taken)
    return judgement.verdict == "correct"


def _is(judgement: Judgement, undo: Judgement) -> bool:
    return str(judgement.number) == undo.value


def _recode(write: Writer, report: str) -> None:
    """Put the corrections of a report into its coding anew."""
    record = write.report(report, as_coded=True)
    if record is not None:
        keep(write, [record], program=write.program(report) or "")


def anchored(store: Reading, ref: str) -> Anchor:
    """Hold on to an event named as ``report/event``."""
    report, _, name = ref.rpartition("/")
    record = store.report(report)
    event = next((e for e in record.events if e.id == name), None) if record else None
    if event is None:
        message = f"No event {ref!r} in the record; name one as report/event, such as goma-wire/e1"
        raise UnknownNameError(message, name=ref)
    return anchor(report, event)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lost:
    """An incident whose founding event is no more: the other events, and the words of that one."""

    id: str
    others: tuple[str, ...]
    founder: Anchor
    reason: str


@dataclass(slots=True, kw_only=True)
class _Change:
    """What a change touches: events to settle, those that are new or told anew, ids that go."""

    touched: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)
    lost: list[_Lost] = field(default_factory=list)


def _withdraw(write: Writer, report: str, change: _Change, *, because: str) -> None:
    """Take note of all that the events of a report are connected to, and drop their incidents."""
    record = write.report(report)
    if record is None:
        return
    refs = [f"{report}/{event.id}" for event in record.events]
    rows, _ = write.neighbourhood(refs)
    change.lost += _lost(write, refs, f"report {report} {because}")
    change.touched = (change.touched | {row.ref for row in rows}) - set(refs)
    change.fresh -= set(refs)
    held = {write.incident_of(ref) for ref in refs} - {None}
    change.fresh |= {ref for id_ in held for ref in write.events_of(id_ or "")} - set(refs)
    write.drop_incidents(sorted(id_ for id_ in held if id_))


def _lost(write: Writer, refs: Sequence[str], reason: str) -> Iterator[_Lost]:
    """Find the incidents that these events founded."""
    for row in write.rows(refs):
        if others := write.events_of(row.own_id):
            founder = anchored(write, row.ref)
            left = tuple(ref for ref in others if ref not in refs)
            yield _Lost(id=row.own_id, others=left, founder=founder, reason=reason)


def _put(write: Writer, record: Record, change: _Change, *, program: str) -> None:
    report = record.report
    write.put_report(
        record, digest=digest(report), program=program, fingerprints=fingerprints(report)
    )
    ids = own_ids(record)
    bench = Bench(write.judgements([report.id]), write.report)
    if corrections := bench.corrections(report.id):
        record = corrected(record, corrections)
        write.put_corrected(record)
    drawn = sketches(record, ids=ids)
    write.put_events(_row(sketch) for sketch in drawn)
    for sketch in drawn:
        _compare(write, sketch)
    _connect(write, report.id)
    refs = {sketch.ref for sketch in drawn}
    change.touched |= refs
    change.fresh |= refs


def _row(sketch: Sketch) -> EventRow:
    return EventRow(
        ref=sketch.ref,
        report=sketch.report,
        own_id=sketch.own_id,
        keys=keys(sketch),
        sketch=encode_sketch(sketch),
    )


def _compare(write: Writer, sketch: Sketch) -> None:
    """Keep the pairs of an event with those that are alike."""
    alike = []
    for row in write.candidates(asked(sketch)):
        if row.report != sketch.report:
            points = score(sketch, decode_sketch(row.sketch))
            if points > 0:
                alike.append(_pair(sketch.ref, row.ref, points))
    write.put_pairs(alike)


def _connect(write: Writer, report: str) -> None:
    """Connect the events of a report that analysts judged, however unlike they are."""
    judged = [judgement for judgement in write.judgements([report]) if judgement.right]
    bench = Bench(judged, write.report)
    for judgement in judged:
        ends = [bench.ref(held) for held in (judgement.left, judgement.right) if held]
        rows = write.rows([ref for ref in ends if ref])
        if len(rows) == 2:  # noqa: PLR2004  both are still there
            left, right = (decode_sketch(row.sketch) for row in rows)
            write.put_pairs([_pair(left.ref, right.ref, score(left, right))])


def _pair(one: str, other: str, points: float) -> Pair:
    left, right = sorted((one, other))
    return Pair(left=left, right=right, points=points)


def _settle(write: Writer, change: _Change) -> None:
    """Find the incidents anew among all events connected to those touched, and no others."""
    rows, pairs = write.neighbourhood(sorted(change.touched))
    drawn = {row.ref: decode_sketch(row.sketch) for row in rows}
    reports = {row.report for row in rows}
    bench = Bench(write.judgements(reports), write.report)
    rejected = bench.rejected(reports)
    events = {ref: sketch.report for ref, sketch in drawn.items() if ref not in rejected}
    groups = cluster(events, _alike(pairs, events), bench.verdicts(reports))
    before = {id_ for ref in drawn if (id_ := write.incident_of(ref))}
    found = {_founder(group, drawn).own_id: group for group in groups}
    write.drop_incidents(sorted(before - found.keys()))
    _write_incidents(write, found, drawn, change.fresh, bench)
    _bury(write, change.lost)


def _alike(pairs: Iterable[Pair], events: Mapping[str, str]) -> dict[Ends, float]:
    """Keep the pairs that speak for one happening; judged ones may not, and only connect."""
    kept = (pair for pair in pairs if pair.points > 0)
    return {(p.left, p.right): p.points for p in kept if p.left in events and p.right in events}


def _founder(group: Iterable[str], drawn: Mapping[str, Sketch]) -> Sketch:
    """Find the event that was told first: its id is the incident's."""
    return min((drawn[ref] for ref in group), key=lambda s: told_order(s.told, s.ref))


def _write_incidents(
    write: Writer,
    found: Mapping[str, Sequence[str]],
    drawn: Mapping[str, Sketch],
    fresh: set[str],
    bench: Bench,
) -> None:
    """Write the incidents that are not as they were."""
    changed = {
        id_: group
        for id_, group in found.items()
        if fresh.intersection(group) or write.events_of(id_) != tuple(sorted(group))
    }
    write.put_incidents(
        listed(
            merge(
                write.tellings(group),
                [drawn[ref] for ref in group],
                judgements=bench.of({ref: drawn[ref].report for ref in group}),
            )
        )
        for group in changed.values()
    )


def _bury(write: Writer, lost: Iterable[_Lost]) -> None:
    """Leave word of the ids that are no more."""
    for gone in lost:
        if not write.events_of(gone.id):
            heirs = {write.incident_of(ref) for ref in gone.others}
            heirs.add(_heir(write, gone.founder))
            write.put_tombstone(
                Tombstone(
                    id=gone.id,
                    successors=tuple(sorted(heir for heir in heirs if heir)),
                    reason=gone.reason,
                )
            )


def _heir(write: Writer, founder: Anchor) -> str | None:
    """Find the incident that now holds the words by which a lost one was founded."""
    record = write.report(founder.report)
    event = find(founder, record) if record else None
    return write.incident_of(f"{founder.report}/{event.id}") if event else None
