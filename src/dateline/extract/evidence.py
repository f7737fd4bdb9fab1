"""The last gate: nothing leaves that does not quote its report exactly."""

from collections.abc import Iterator

from dateline.errors import EvidenceError
from dateline.records import Claim, Event, Figure, Quote, Record


def check_evidence(record: Record) -> Record:
    """Return the record, or raise where a field has no words or quotes what is not there."""
    text, name = record.report.text, record.report.id
    for owner, quote in _quotes(record):
        if not quote.quote or text[quote.start : quote.end] != quote.quote:
            message = f"{name}/{owner} quotes what the report does not say: {quote.quote!r}"
            raise EvidenceError(message, report=name, item=owner)
    for event in record.events:
        for field in _bare(event):
            message = f"{name}/{event.id} has a {field} without words behind it"
            raise EvidenceError(message, report=name, item=event.id)
    return record


def _quotes(record: Record) -> Iterator[tuple[str, Quote]]:
    for event in record.events:
        yield from ((event.id, quote) for quote in event.evidence)
    items: tuple[Figure | Claim, ...] = (*record.figures, *record.claims)
    for item in items:
        yield item.id, Quote(start=item.start, end=item.end, quote=item.quote)
    owners: tuple[Event | Figure | Claim, ...] = (*record.events, *items)
    for owner in owners:
        yield from ((owner.id, quote) for basis in owner.basis for quote in basis.quotes)


def _bare(event: Event) -> Iterator[str]:
    told = {basis.field for basis in event.basis if basis.quotes}
    if not event.evidence:
        yield "kind"
    for field in ("actors", "targets", "weapon", "place", "attribution"):
        if getattr(event, field) and field not in told:
            yield field
    if event.date.start and "date" not in told:
        yield "date"
