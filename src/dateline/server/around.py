"""What the record knows beside an incident or a report: kin, history, whose words they are."""

from collections.abc import Iterable
from datetime import UTC, datetime

from dateline.keeping import showing
from dateline.keeping.judging import history
from dateline.publish.forms.incident import Around, etag
from dateline.publish.forms.listed import shown_title
from dateline.publish.forms.report import Held, ReportAround
from dateline.records import Incident, Pair, Record
from dateline.server.strikes import warnings_of
from dateline.server.visitors import Visitor
from dateline.store import Reading


def around_incident(store: Reading, found: Incident) -> Around:
    """Look around an incident."""
    [row] = store.listed([found.id])
    incidents = {ref: store.incident_of(ref) for ref in _others(found.lookalikes, found.events)}
    ids = {id_ for id_ in (*found.part_of, *found.parts, *incidents.values()) if id_}
    return Around(
        row=row,
        kin={other.id: shown_title(other) for other in store.listed(ids)},
        incidents=incidents,
        history=history(store, found.events),
        warnings=warnings_of(store, found, row, datetime.now(UTC)),
    )


def around_report(store: Reading, record: Record, visitor: Visitor) -> ReportAround:
    """Look around a report; sensitive incidents are named to analysts only."""
    refs = [f"{record.report.id}/{event.id}" for event in record.events]
    held = {
        event.id: store.incident_of(ref) for event, ref in zip(record.events, refs, strict=True)
    }
    rows = {row.id: row for row in store.listed(id_ for id_ in held.values() if id_)}
    shown = {
        event: rows[id_]
        for event, id_ in held.items()
        if id_ in rows and (visitor.analyst or not rows[id_].sensitive)
    }
    return ReportAround(
        trace=showing.trace(store, record),
        versions=store.versions(record.report.id),
        incidents={
            event: Held(id=row.id, title=shown_title(row), etag=etag(row.revision))
            for event, row in shown.items()
        },
        history=history(store, refs),
        etag=etag(max((row.revision for row in shown.values()), default=0)),
    )


def _others(pairs: Iterable[Pair], events: Iterable[str]) -> set[str]:
    own = set(events)
    return {ref for pair in pairs for ref in (pair.left, pair.right)} - own
