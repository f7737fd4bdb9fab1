"""Watches: what fits a saved query and was changed since it was last told of."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from dateline.keeping.asking import asked
from dateline.publish.channel import Bulletin, Entry
from dateline.records import Listed, Query
from dateline.records.desk import Delivery, Watch, utc
from dateline.store import Reading, Writer

_MOST = 100  # incidents of one bulletin
PUSHED = ("webhook", "email")
_REFERRED = 20  # earlier messages that a new one refers to
_REMEMBERED = 7 * 24 * 3600.0  # seconds after which a message that was withdrawn is forgotten


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An incident as a feed of alerts has told of it, so that it can be updated and withdrawn.

    ``sent`` are the revisions that were told with their moments; ``removed`` is the revision in
    which it was found to be no more.
    """

    id: str
    under: str  # the watch
    at: float  # of the last message
    row: Listed
    sent: tuple[tuple[int, float], ...]
    removed: int | None = None
    successors: tuple[str, ...] = ()


def query_of(watch: Watch, *, changed: int | None = None) -> Query:
    """Make the query of a watch; what is sensitive goes out on no channel."""
    made = asked(watch.query).query
    return replace(made, sensitive=False, changed=changed, limit=_MOST)


def look(write: Writer, now: float) -> int:
    """Line up what is new for every watch that sends; give how many there are to send."""
    revision = write.revision()
    lined_up = 0
    for watch in write.shelf(Watch).all():
        if watch.paused or watch.channel not in PUSHED or watch.seen >= revision:
            continue
        rows = write.search(query_of(watch, changed=watch.seen))
        if rows:
            write.shelve(_delivery(watch, rows, revision, now))
            lined_up += 1
        write.shelve(replace(watch, seen=revision))
    return lined_up


def claim(write: Writer, now: float, lease: float) -> Delivery | None:
    """Take the next delivery that is due; one not settled within the lease is tried anew."""
    due = write.shelf(Delivery).due(now)
    if not due:
        return None
    taken = replace(due[0], attempts=due[0].attempts + 1, due=now + lease)
    write.shelve(taken)
    return taken


def bulletin(store: Reading, watch: Watch, base: str, ids: Sequence[str] | None = None) -> Bulletin:
    """Make what a watch tells: some incidents, or the latest that fit it."""
    rows = store.listed(ids) if ids is not None else store.search(query_of(watch))
    times = store.revision_times({row.revision for row in rows})
    entries = tuple(_entry(row, times) for row in rows if not row.sensitive)
    latest = max((entry.updated for entry in entries), default=utc(watch.created))
    return Bulletin(
        id=f"urn:dateline:watch:{watch.id}",
        title=watch.name,
        base=base,
        address=f"{base}/watches",
        own_address=f"{base}/feeds/{watch.id}.atom",
        updated=latest,
        sender=urlsplit(base).hostname or "dateline.invalid",
        entries=entries,
    )


def alerts(store: Reading, watch: Watch, base: str) -> Bulletin:
    """Make what a feed of alerts tells: what was told before is updated, or withdrawn."""
    plain = bulletin(store, watch, base)
    told = {one.row.id: one for one in store.shelf(Told).under(watch.id)}
    shown = tuple(_again(entry, told.get(entry.incident.id)) for entry in plain.entries)
    gone = tuple(_withdrawn(one) for one in told.values() if one.removed is not None)
    latest = max((entry.updated for entry in (*shown, *gone)), default=plain.updated)
    return replace(plain, entries=shown + gone, updated=latest)


def untold(store: Reading, watch: Watch) -> tuple[Told, ...]:
    """Find what the feed of alerts tells now and has not told before."""
    told = {one.row.id: one for one in store.shelf(Told).under(watch.id)}
    rows = [row for row in store.search(query_of(watch)) if not row.sensitive]
    times = store.revision_times({row.revision for row in rows})
    shown = {row.id for row in rows}
    silent = [one for one in told.values() if one.row.id not in shown and one.removed is None]
    return (*_news(watch, rows, times, told), *_losses(store, silent))


def tell(write: Writer, watch: Watch, now: float) -> None:
    """Keep in mind what the feed of alerts tells from now on."""
    for one in write.shelf(Told).under(watch.id):
        if one.removed is not None and one.at < now - _REMEMBERED:
            write.unshelve(Told, one.id)
    for one in untold(write, watch):
        write.shelve(one)


def _news(
    watch: Watch, rows: Sequence[Listed], times: dict[int, datetime], told: dict[str, Told]
) -> Iterator[Told]:
    for row in rows:
        known = told.get(row.id)
        before = known.sent if known and known.removed is None else ()
        if before and before[-1][0] == row.revision:
            continue
        at = times.get(row.revision, utc(0)).timestamp()
        sent = (*before, (row.revision, at))[-_REFERRED - 1 :]
        yield Told(id=f"{watch.id}/{row.id}", under=watch.id, at=at, row=row, sent=sent)


def _losses(store: Reading, silent: Sequence[Told]) -> Iterator[Told]:
    """Find what is no more, or is for analysts only by now."""
    there = {row.id: row for row in store.listed(one.row.id for one in silent)}
    revision = store.revision()
    at = store.revision_times([revision]).get(revision, utc(0)).timestamp()
    for one in silent:
        row = there.get(one.row.id)
        if row is None or row.sensitive:
            stone = store.tombstone(one.row.id)
            successors = stone.successors if stone and row is None else ()
            yield replace(one, at=at, removed=revision, successors=successors)


def _again(entry: Entry, told: Told | None) -> Entry:
    """Refer to the earlier messages of an incident."""
    sent = told.sent if told and told.removed is None else ()
    earlier = tuple((number, utc(at)) for number, at in sent if number != entry.revision)
    return replace(entry, published=utc(sent[0][1]) if sent else entry.published, earlier=earlier)


def _withdrawn(told: Told) -> Entry:
    return Entry(
        incident=told.row,
        published=utc(told.sent[0][1]),
        updated=utc(told.at),
        revision=told.removed or 0,
        earlier=tuple((number, utc(at)) for number, at in told.sent[-_REFERRED:]),
        removed=True,
        successors=told.successors,
    )


def _entry(row: Listed, times: dict[int, datetime]) -> Entry:
    updated = times.get(row.revision, utc(0))
    return Entry(incident=row, published=updated, updated=updated, revision=row.revision or 1)


def _delivery(watch: Watch, rows: Sequence[Listed], revision: int, now: float) -> Delivery:
    return Delivery(
        id=f"msg_{secrets.token_hex(12)}",
        under=watch.id,
        at=now,
        incidents=tuple(row.id for row in rows),
        revision=revision,
        due=now,
    )
