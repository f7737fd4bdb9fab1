"""Watches: what fits a saved query and was changed since it was last told of."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from dateline.keeping.asking import asked
from dateline.publish.channel import Bulletin, Entry
from dateline.records import Listed, Query
from dateline.records.desk import Delivery, Watch, utc
from dateline.store import Reading, Writer

_MOST = 100  # incidents of one bulletin
PUSHED = ("webhook", "email")


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
