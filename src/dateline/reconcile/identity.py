"""Ids that follow from the reports alone, and judgements that find their events again."""

import re
from base64 import b32encode
from collections import Counter
from datetime import date
from hashlib import sha256
from math import inf
from typing import TypeAlias

from dateline.records import Anchor, Event, Record, Report, Telling

_DIGITS = re.compile(r"(\d+)")
_LENGTH = 12  # of an id: 60 bits, two of a million events meet once in two million records
Parts: TypeAlias = tuple[tuple[int, str], ...]


def own_ids(record: Record) -> dict[str, str]:
    """Give each event of a report the id of the incident that it would found.

    The id is made from the words that tell of it, its place and its kind, so that an id never
    comes to stand for another happening when a report is changed or read anew.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    ids = {}
    for event in record.events:
        told = _told(event)
        ids[event.id] = _make_id(record.report.id, *told, str(seen[told]))
        seen[told] += 1
    return ids


def _told(event: Event) -> tuple[str, str, str]:
    quote = event.evidence[0].quote if event.evidence else event.id
    return quote, event.place.name if event.place else "", event.kind


def _make_id(*parts: str) -> str:
    digest = sha256("\0".join(parts).encode()).digest()
    return "i" + b32encode(digest).decode().lower()[:_LENGTH]


def order(report: Report) -> tuple[date, Parts]:
    """Sort reports as they were published; where the day does not tell, by their ids."""
    return report.published or date.max, natural(report.id)


def telling_order(telling: Telling) -> tuple[date, Parts, Parts]:
    """Sort tellings as they were published, and within a report as they are told."""
    return (*order(telling.report), natural(telling.event.id))


def told_order(told: int | None, ref: str) -> tuple[float, Parts, Parts]:
    """Sort events, given with their day and as ``report/event``, just as their tellings."""
    report, _, event = ref.rpartition("/")
    return inf if told is None else told, natural(report), natural(event)


def natural(words: str) -> Parts:
    """Sort "r10" behind "r9"."""
    parts = _DIGITS.split(words)
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts if part)


def anchor(report: str, event: Event) -> Anchor:
    """Hold on to an event by its words."""
    quote, place, _ = _told(event)
    return Anchor(report=report, event=event.id, quote=quote, place=place or None)


def find(sought: Anchor, record: Record) -> Event | None:
    """Find the event that an anchor holds: by its words and place, else by the words alone."""
    told = {event.id: _told(event) for event in record.events}
    place = sought.place or ""
    alike = [e for e in record.events if told[e.id][0] == sought.quote]
    exact = [e for e in alike if told[e.id][1] == place] or alike
    if exact:
        return min(exact, key=lambda event: (event.id != sought.event, natural(event.id)))
    return _overlapping(sought, record)


def _overlapping(sought: Anchor, record: Record) -> Event | None:
    """Find the event whose evidence shares most characters with the quote."""
    start = record.report.text.find(sought.quote)
    if start < 0:
        return None
    end = start + len(sought.quote)
    shared = {
        event.id: max((min(q.end, end) - max(q.start, start) for q in event.evidence), default=0)
        for event in record.events
    }
    found = [event for event in record.events if shared[event.id] > 0]
    return min(found, key=lambda e: (-shared[e.id], natural(e.id)), default=None)
