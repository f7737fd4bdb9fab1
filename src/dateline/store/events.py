"""Events in a record: their rows, the pairs they form, and the incidents they are in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from dateline.records import EventRow, Pair, Record, Telling, Tombstone
from dateline.store.connected import chunks, repeatable
from dateline.store.reports import ReportReading
from dateline.store.tables import EVENTS, KEYS, PAIRS, TOMBSTONES


class EventReading(ReportReading):
    """What can be asked of the events."""

    @repeatable
    def rows(self, refs: Iterable[str]) -> tuple[EventRow, ...]:
        """Give the rows of events, sorted by ref; those that are not there are left out."""
        found: list[EventRow] = []
        with self._connected() as connection:
            for some in chunks(sorted(set(refs))):
                found += _event_rows(connection, EVENTS.c.ref.in_(some))
        return tuple(sorted(found, key=lambda row: row.ref))

    def tellings(self, refs: Sequence[str]) -> tuple[Telling, ...]:
        """Give events with their reports, figures and claims, in the order asked for."""
        records: dict[str, Record] = {}
        for report in {ref.rpartition("/")[0] for ref in refs}:
            if (record := self.report(report)) is not None:
                records[report] = record
        return tuple(Telling.of(records[ref.rpartition("/")[0]], ref) for ref in refs)

    @repeatable
    def candidates(self, keys: Iterable[int]) -> tuple[EventRow, ...]:
        """Find the events that have one of the keys."""
        refs: set[str] = set()
        with self._connected() as connection:
            for some in chunks(keys):
                query = sa.select(KEYS.c.event).where(KEYS.c.key.in_(some))
                refs.update(connection.scalars(query))
        return self.rows(refs)

    @repeatable
    def pairs_of(self, refs: Iterable[str]) -> tuple[Pair, ...]:
        """Find the pairs that one of the events is in, sorted."""
        found: dict[tuple[str, str], float] = {}
        with self._connected() as connection:
            for some in chunks(sorted(set(refs))):
                for side in (PAIRS.c.left, PAIRS.c.right):
                    for row in connection.execute(sa.select(PAIRS).where(side.in_(some))):
                        found[row.left, row.right] = row.points
        return tuple(
            Pair(left=left, right=right, points=points)
            for (left, right), points in sorted(found.items())
        )

    def neighbourhood(self, refs: Iterable[str]) -> tuple[tuple[EventRow, ...], tuple[Pair, ...]]:
        """Find all events that are connected to these by pairs, these too, and the pairs."""
        rows = {row.ref: row for row in self.rows(refs)}
        pairs: dict[tuple[str, str], Pair] = {}
        edge = set(rows)
        while edge:
            found = self.pairs_of(edge)
            pairs |= {(pair.left, pair.right): pair for pair in found}
            ends = {ref for pair in found for ref in (pair.left, pair.right)}
            edge = ends - rows.keys()
            rows |= {row.ref: row for row in self.rows(edge)}
        return tuple(rows[ref] for ref in sorted(rows)), tuple(pairs[e] for e in sorted(pairs))

    @repeatable
    def incident_of(self, ref: str) -> str | None:
        """Find the incident that an event is in."""
        with self._connected() as connection:
            return connection.scalar(sa.select(EVENTS.c.incident).where(EVENTS.c.ref == ref))

    @repeatable
    def events_of(self, incident: str) -> tuple[str, ...]:
        """List the events of an incident, sorted; none where there is no such incident."""
        query = sa.select(EVENTS.c.ref).where(EVENTS.c.incident == incident)
        with self._connected() as connection:
            return tuple(sorted(connection.scalars(query)))

    @repeatable
    def tombstone(self, id_: str) -> Tombstone | None:
        """Tell what became of an id that stands for no incident, and where to look."""
        with self._connected() as connection:
            query = sa.select(EVENTS.c.ref, EVENTS.c.incident).where(EVENTS.c.own_id == id_)
            event = connection.execute(query).first()
            kept = connection.execute(sa.select(TOMBSTONES).where(TOMBSTONES.c.id == id_)).first()
        if event is not None and event.incident:
            reason = f"its first event {event.ref} is now held the same as an earlier one"
            return Tombstone(id=id_, successors=(event.incident,), reason=reason)
        if kept is None:
            return None
        heirs = [
            living
            for heir in msgspec.json.decode(kept.successors)
            for living in self._living(heir, id_)
        ]
        return Tombstone(id=id_, successors=tuple(dict.fromkeys(heirs)), reason=kept.reason)

    def _living(self, id_: str, from_: str) -> tuple[str, ...]:
        """Follow an heir that is no more itself."""
        if self.events_of(id_):
            return (id_,)
        stone = self.tombstone(id_) if id_ != from_ else None
        return stone.successors if stone else ()


def _event_rows(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[EventRow]:
    events = connection.execute(sa.select(EVENTS).where(which)).all()
    keys: dict[str, list[int]] = defaultdict(list)
    for some in chunks([event.ref for event in events]):
        for row in connection.execute(sa.select(KEYS).where(KEYS.c.event.in_(some))):
            keys[row.event].append(row.key)
    return [
        EventRow(
            ref=event.ref,
            report=event.report,
            own_id=event.own_id,
            keys=tuple(sorted(keys[event.ref])),
            sketch=bytes(event.sketch),
        )
        for event in events
    ]
