"""What a visitor may see: sensitive incidents, and reports that tell of them, are for analysts."""

from dateline.errors import AccessError
from dateline.records import Listed, Record
from dateline.server.visitors import Visitor
from dateline.store import Reading

_SENSITIVE = "This is marked as sensitive; only analysts see it"


def must_be_visible(row: Listed, visitor: Visitor) -> None:
    """Refuse to show a sensitive incident to a reader."""
    if row.sensitive and not visitor.analyst:
        raise AccessError(_SENSITIVE, known=True)


def report_must_be_visible(store: Reading, record: Record, visitor: Visitor) -> None:
    """Refuse to show a reader the text of a report that tells of a sensitive incident."""
    if visitor.analyst:
        return
    refs = (f"{record.report.id}/{event.id}" for event in record.events)
    ids = {id_ for ref in refs if (id_ := store.incident_of(ref))}
    for row in store.listed(ids):
        must_be_visible(row, visitor)
