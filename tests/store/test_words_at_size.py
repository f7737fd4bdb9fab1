"""Words are found alike on both databases, also where PostgreSQL knows how frequent they are."""

import random
from datetime import date, timedelta
from itertools import islice

import pytest
import sqlalchemy as sa

from dateline.records import Box, Position, Query
from dateline.store import open_store
from dateline.store.frequency import frequency
from dateline.store.worded import stretches
from tests.postgresql import emptied
from tests.store.made import make_listed

COUNT, DAYS = 4_000, 700
FIRST = date(2020, 1, 1)
WORDS = [f"word{n}" for n in range(300)]
CODES = {"kind": ("shelling", "airstrike"), "country": ("YEM", "SYR", None)}


def made(number, chance):
    """Make an incident; some have no day and some last long."""
    day = None if chance.random() < 0.05 else FIRST + timedelta(days=chance.randrange(DAYS))
    lasts = chance.choice((0, 0, 0, 3, 60, 200))
    return make_listed(
        f"i{number:05d}",
        kind=chance.choice(CODES["kind"]),
        country=chance.choice(CODES["country"]),
        start=day,
        end=day + timedelta(days=lasts) if day else None,
        lat=chance.choice((None, chance.uniform(-50, 50))),
        lon=chance.uniform(-50, 50),
        words=" ".join(drawn(chance, 8)),
        parties=tuple(drawn(chance, 2)),
        origins=chance.randint(1, 4),
        grade=chance.choice(("weak", "fair")),
    )


def drawn(chance, count):
    """Draw words, few of which are frequent."""
    return [WORDS[int(len(WORDS) * chance.random() ** 3)] for _ in range(count)]


@pytest.fixture(scope="module")
def both(postgresql, tmp_path_factory):
    """Give the same record on both databases, PostgreSQL with statistics."""
    file = str(tmp_path_factory.mktemp("record") / "dateline.db")
    with open_store(emptied(postgresql)) as large, open_store(file) as small:
        for store in (large, small):
            chance = random.Random(1)  # noqa: S311
            with store.writing() as write:
                write.put_incidents(made(number, chance) for number in range(COUNT))
        with large.alone() as connection:
            connection.execute(sa.text("ANALYZE"))
        yield large, small


def query(chance):
    """Make a query with words and, at random, anything else."""
    asked = {"limit": chance.choice((1, 10, 50)), "offset": chance.choice((0, 0, 5))}
    key = chance.choice(("text", "text", "actor"))
    asked[key] = " ".join(drawn(chance, chance.randint(1, 2)))
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    others = {
        "since": day,
        "until": day + timedelta(days=chance.choice((0, 30, 200))),
        "kind": "shelling",
        "kinds": ("airstrike", "raid"),
        "country": "YEM",
        "grade": "fair",
        "origins": 3,
        "dated": chance.random() < 0.5,
        "placed": chance.random() < 0.5,
        "box": Box(west=-20, south=-20, east=30, north=30),
        "after": Position(start=day, id="i02000"),
    }
    for name in chance.sample(sorted(others), chance.randint(0, 3)):
        asked[name] = others[name]
    if asked.get("dated") is False:
        asked.pop("after", None)
    return Query(**asked)


@pytest.mark.parametrize("seed", range(20))
def test_both_databases_find_the_same_in_the_same_order(both, seed):
    chance = random.Random(seed)  # noqa: S311
    for asked in (query(chance) for _ in range(15)):
        large, small = ([row.id for row in store.search(asked)] for store in both)

        assert large == small, asked


def test_all_pages_of_a_frequent_word_have_each_incident_once(both):
    large, _ = both
    pages, after = [], None
    while rows := large.search(Query(text="word0", limit=200, after=after)):
        pages += [row.id for row in rows]
        after = Position(start=rows[-1].start, id=rows[-1].id)

    assert len(pages) == len(set(pages)) == large.count(Query(text="word0"))


def test_a_frequent_word_is_sought_in_some_days_first(both):
    large, _ = both
    with large._connected() as connection:
        assert frequency(connection).share(["word0"]) > 0.3
        [first] = islice(stretches(connection, Query(text="word0"), 10), 1)

    assert first.first > (FIRST + timedelta(days=DAYS // 2)).toordinal()
