"""Whose words each report's are, kept in mind: after a change only what is near it is traced."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from dateline.keeping import showing
from dateline.reconcile.lineage import fingerprints
from dateline.records import Change, Record
from dateline.store import Reading, Store

_SHARED = 3  # fingerprints; fewer are in many texts by chance
_AT_ONCE = 1000  # changes
_BEHIND_ALL = "~"  # sorts behind every id
NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A report's publisher and day, and the publishers that its words were taken from."""

    publisher: str
    published: date | None
    taken_from: tuple[str, ...]


class Tracer:
    """What is known of all reports of a record."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[str, Traced] = {}
        self._place = Change(id="", revision=0)
        self._lock = threading.Lock()

    def traced(self, store: Store) -> Mapping[str, Traced]:
        """Give every report, sorted by id, as the record is now."""
        with self._lock, store.looking() as state:
            ids = list(state.report_ids())
            known = {id_: self._known[id_] for id_ in ids if id_ in self._known}
            anew = set(ids).difference(known)
            if self._known:
                gone = self._known.keys() - known.keys()
                anew |= _near(state, anew | _changed(state, self._place)) | _takers(known, gone)
            known |= {record.report.id: _traced(state, record) for record in state.records(anew)}
            self._place = Change(id=_BEHIND_ALL, revision=state.revision())
            self._known = {id_: known[id_] for id_ in ids if id_ in known}
            return self._known


_tracers: WeakKeyDictionary[Store, Tracer] = WeakKeyDictionary()


def traced(store: Store) -> Mapping[str, Traced]:
    """Give every report of a record with whose words it has."""
    return _tracers.setdefault(store, Tracer()).traced(store)


def _traced(store: Reading, record: Record) -> Traced:
    trace = showing.trace(store, record)
    names = {report.id: report.publisher or NOT_KNOWN for report in trace.reports}
    return Traced(
        publisher=record.report.publisher or NOT_KNOWN,
        published=record.report.published,
        taken_from=tuple(names.get(link.parent, link.parent) for link in trace.taken),
    )


def _changed(store: Reading, after: Change) -> set[str]:
    """Find the reports of the incidents that were changed."""
    found: set[str] = set()
    while changes := store.changes(after, limit=_AT_ONCE):
        rows = store.listed(change.id for change in changes if not change.removed)
        found |= {event.rpartition("/")[0] for row in rows for event in row.events}
        after = changes[-1]
    return found


def _near(store: Reading, ids: set[str]) -> set[str]:
    """Add the reports that share words with some."""
    found = set(ids)
    for record in store.records(ids):
        found |= {id_ for id_, _ in store.copies(fingerprints(record.report), least=_SHARED)}
    return found


def _takers(known: Mapping[str, Traced], gone: set[str]) -> set[str]:
    """Find who took words from somebody, where reports are gone: whose, is to be looked up anew."""
    return {id_ for id_, one in known.items() if one.taken_from} if gone else set()
