"""A bulletin with incidents of many sorts, ill meant words among them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from dateline.publish.channel import Bulletin, Entry
from dateline.records import Listed

SENT = datetime(2024, 10, 29, 3, 0, 0, 123456, tzinfo=UTC)
LATER = datetime(2024, 10, 30, 4, 30, tzinfo=UTC)
HOSTILE = "<script>alert('x')</script> ]]> & \x1b[2J\x00\ud800 \u202e"
INCIDENT = Listed(
    id="i-3f2a",
    title="Shelling in Chuhuiv",
    type="ASSAULT",
    kind="shelling",
    place="Chuhuiv",
    country="UKR",
    lat=49.83542,
    lon=36.68802,
    precision="settlement",
    start=date(2024, 10, 28),
    end=date(2024, 10, 28),
    date_precision="day",
    parties=("Russian army", "Salma Aref"),
    words="Salma Aref, a teacher, was killed",
    reports=9,
    origins=2,
    grade="fair",
    tolls=(("killed", 2, 3, 3), ("injured", 5, 5, 5), ("displaced", 40, None, None)),
    events=("r1/e1",),
)
ENTRY = Entry(incident=INCIDENT, published=SENT, updated=SENT)


def incident(**fields):
    """Give the shelling with other fields."""
    return replace(INCIDENT, **fields)


def entry(updated=SENT, **fields):
    """Give an entry of the shelling with other fields of the incident or the entry."""
    own = {
        k: fields.pop(k) for k in ("revision", "earlier", "removed", "successors") if k in fields
    }
    return Entry(incident=incident(**fields), published=SENT, updated=updated, **own)


def bulletin(*entries, **fields):
    """Put entries into a bulletin."""
    known = {
        "id": "urn:uuid:5f1c9a5e-0000-4000-8000-000000000001",
        "title": "Strikes near Kharkiv",
        "base": "https://desk.example/",
        "address": "https://desk.example/watches/7",
        "own_address": "https://desk.example/feeds/7.atom",
        "updated": LATER,
        "sender": "desk.example",
        "entries": entries,
    }
    return Bulletin(**known | fields)


MANY = bulletin(
    ENTRY,
    entry(LATER, id="i2", title=HOSTILE, kind=HOSTILE, place=HOSTILE, tolls=()),
    entry(id="i3", lat=None, lon=None, place=None, start=None, end=None, precision=None),
    entry(LATER, id="i 4,<&>", revision=3, earlier=((1, SENT), (2, SENT)), factuality="denied"),
    entry(id="i5", removed=True, revision=2, earlier=((1, SENT),), successors=("i1", "i9")),
    entry(id="i6", removed=True),
    title=HOSTILE,
)
