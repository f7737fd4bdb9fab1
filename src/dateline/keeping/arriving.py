"""What arrives at a desk: put in a line, read one by one, and kept or refused with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from dateline.ingest import ReadOptions, is_made, read
from dateline.keeping.changing import keep_new
from dateline.keeping.naming import named
from dateline.records import Record, Rejection, Report
from dateline.records.desk import Arrival
from dateline.store import Reading, Store, Writer

LEASE = 600.0  # seconds in which one reading must be done; then another begins it anew
MOST_TRIES = 3  # a text at which the reader breaks down each time is put aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one arrival held: reports as they were read, and what was not and why."""

    reports: tuple[Report, ...]
    rejections: tuple[Rejection, ...]


def take(write: Writer, now: float) -> Arrival | None:
    """Take the next that waits; whoever takes it must be done before its lease ends."""
    due = write.shelf(Arrival).due(now)
    if not due:
        return None
    first = due[0]
    if first.tries >= MOST_TRIES:
        why = f"reading broke down {first.tries} times; tell the makers of Dateline"
        write.shelve(replace(first, status="failed", reason=why, due=None))
        return None
    taken = replace(first, status="reading", tries=first.tries + 1, due=now + LEASE)
    write.shelve(taken)
    return taken


def opened(arrival: Arrival) -> Found:
    """Turn what came into reports; it is not coded yet."""
    day = date.fromisoformat(arrival.published) if arrival.published else None
    options = ReadOptions(published=day, publisher=arrival.publisher, format=_form(arrival))
    found = list(read(arrival.body or b"", name=_name(arrival), options=options))
    reports = [_known_better(r, arrival) for r in found if isinstance(r, Report)]
    return Found(
        reports=tuple(reports),
        rejections=tuple(r for r in found if isinstance(r, Rejection)),
    )


def settle(store: Store, records: Sequence[Record], program: str) -> list[str]:
    """Keep the coded reports; those that the record has already are passed over."""
    for record in records:
        store.change(partial(keep_new, record=record, program=program))
    return [record.report.id for record in records]


def finished(arrival: Arrival, found: Found, reports: Sequence[str]) -> Arrival:
    """Say what became of an arrival; what it held is in the reports now."""
    reason = "; ".join(rejection.reason for rejection in found.rejections) or None
    status = "read" if reports else "refused"
    done = replace(arrival, status=status, reason=reason, reports=tuple(reports))
    return replace(done, body=None, due=None)


def known(store: Reading, found: Found) -> list[Report]:
    """Give the reports the ids that they have in the record, or will have."""
    return [named(store, report, made=is_made(report)) for report in found.reports]


def _form(arrival: Arrival) -> str | None:
    return "text" if arrival.kind == "text" else None


def _name(arrival: Arrival) -> str:
    return "-" if arrival.kind == "text" else arrival.name.replace("/", "-")


def _known_better(report: Report, arrival: Arrival) -> Report:
    """Fill in what whoever brought it has said of it."""
    return replace(
        report,
        title=report.title or arrival.title,
        publisher=report.publisher or arrival.publisher,
        url=report.url or arrival.url,
    )
