"""Incidents are found alike on both databases, by each condition and by all together."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from dateline.records import Box, Change, Circle, Position, Query
from dateline.store.columns import load_overview, refreshed
from dateline.store.conditions import conditions_of
from dateline.store.latest import latest
from dateline.store.search import _count
from dateline.store.tables import INCIDENTS as INCIDENT_ROWS
from tests.store.made import make_listed

INCIDENTS = (
    make_listed("taiz", kind="shelling", weapon="artillery", country="YEM", lat=13.58, lon=44.02,
                start=date(2018, 6, 4), end=date(2018, 6, 4), origins=2, grade="fair",
                parties=("Houthis", "market"), words="Shells hit a market in Ta'izz",
                doubt=2.5, protected=("health", "education")),
    make_listed("aden", kind="car-bomb", type="ASSAULT", country="YEM", lat=12.79, lon=45.03,
                start=date(2018, 6, 1), end=date(2018, 6, 3), parties=("Séléka", "guards")),
    make_listed("suva", kind="talks", type="CONSULT", country="FJI", lat=-18.14, lon=178.44,
                start=date(2017, 1, 1), end=date(2017, 12, 31), words="Talks — AND (NOT war)"),
    make_listed("apia", kind="talks", type="CONSULT", country="WSM", lat=-13.83, lon=-171.77,
                start=date(2018, 6, 4), end=date(2018, 6, 4), origins=3),
    make_listed("alert", kind="exercise", type="MOBILIZE", country="CAN", lat=82.5, lon=-62.35,
                start=date(2016, 2, 29), end=date(2016, 2, 29)),
    make_listed("undated", lat=13.0, lon=44.0, weapon="drone", sensitive=True, doubt=4.0),
    make_listed("unplaced", start=date(2018, 6, 2), end=date(2018, 6, 2), weapon="drone"),
)  # fmt: skip


@pytest.fixture
def kept(store):
    """Keep the incidents; they need no events to be found."""
    with store.writing() as write:
        write.put_incidents(INCIDENTS)
    return store


def day(month, number):
    return date(2018, month, number)


CASES = {
    "nothing asked: the latest first, undated last": (
        Query(),
        ["apia", "taiz", "unplaced", "aden", "suva", "alert", "undated"],
    ),
    "since": (Query(since=day(6, 3)), ["apia", "taiz", "aden"]),
    "until": (Query(until=day(6, 1)), ["aden", "suva", "alert"]),
    "a day within a long happening": (
        Query(since=date(2017, 5, 5), until=date(2017, 5, 5)),
        ["suva"],
    ),
    "type": (Query(type="CONSULT"), ["apia", "suva"]),
    "type in lower case": (Query(type="consult"), ["apia", "suva"]),
    "kind": (Query(kind="exercise"), ["alert"]),
    "weapon": (Query(weapon="drone"), ["unplaced", "undated"]),
    "country": (Query(country="YEM"), ["taiz", "aden"]),
    "grade": (Query(grade="fair"), ["taiz"]),
    "origins": (Query(origins=2), ["apia", "taiz"]),
    "actor": (Query(actor="houthis"), ["taiz"]),
    "actor without accents": (Query(actor="SELEKA"), ["aden"]),
    "text": (Query(text="market shells"), ["taiz"]),
    "text with an apostrophe": (Query(text="Taizz"), ["taiz"]),
    "signs and operators are words or nothing": (Query(text='"AND" (not* -war'), ["suva"]),
    "only signs": (Query(text="***"), []),
    "part of a word is no word": (Query(text="mark"), []),
    "box": (Query(box=Box(west=43, south=13, east=45, north=14)), ["taiz", "undated"]),
    "a box on the edge of a point": (
        Query(box=Box(west=44.02, south=13.58, east=44.02, north=13.58)),
        ["taiz"],
    ),
    "a box over 180°": (Query(box=Box(west=170, south=-30, east=-160, north=0)), ["apia", "suva"]),
    "circle": (Query(near=Circle(lat=13.0, lon=44.5, km=70)), ["aden", "undated"]),
    "a circle over 180°": (Query(near=Circle(lat=-16, lon=-178, km=800)), ["apia", "suva"]),
    "a circle at the pole": (Query(near=Circle(lat=89, lon=100, km=1200)), ["alert"]),
    "placed": (Query(placed=False), ["unplaced"]),
    "dated": (Query(dated=False), ["undated"]),
    "any of several kinds": (Query(kinds=("talks", "exercise")), ["apia", "suva", "alert"]),
    "a class of protected sites": (Query(protected="education"), ["taiz"]),
    "any protected site": (Query(protected="any"), ["taiz"]),
    "sensitive": (Query(sensitive=True), ["undated"]),
    "not sensitive, in a box": (
        Query(sensitive=False, box=Box(west=43, south=13, east=45, north=14)),
        ["taiz"],
    ),
    "changed since": (Query(changed=1), []),
    "the most doubtful first": (Query(order="doubt"), ["undated", "taiz"]),
    "all together": (
        Query(
            country="YEM",
            type="ASSAULT",
            since=day(6, 1),
            text="market",
            origins=2,
            near=Circle(lat=13.5, lon=44, km=50),
        ),
        ["taiz"],
    ),
    "limit": (Query(limit=2), ["apia", "taiz"]),
    "offset": (Query(limit=2, offset=1), ["taiz", "unplaced"]),
}


@pytest.mark.parametrize(("query", "expected"), CASES.values(), ids=CASES)
def test_what_fits_is_found(kept, query, expected):
    assert [row.id for row in kept.search(query)] == expected


@pytest.mark.parametrize(("query", "expected"), CASES.values(), ids=CASES)
def test_a_page_goes_on_behind_the_one_before(kept, query, expected):
    if query.offset == 0 and query.limit == 50:
        found, after = [], None
        while page := kept.search(replace(query, limit=2, after=after)):
            found += [row.id for row in page]
            after = Position(start=page[-1].start, id=page[-1].id, doubt=page[-1].doubt)

        assert found == expected


@pytest.mark.parametrize(("query", "expected"), CASES.values(), ids=CASES)
def test_an_overview_has_what_a_search_finds(kept, query, expected):
    if query.offset == 0 and query.limit == 50 and query.order == "latest":
        overview = load_overview(kept)
        numbers = overview.number[overview.fitting(kept, query)]

        assert sorted(numbers_of(kept, expected)) == sorted(numbers)


@pytest.mark.parametrize(("query", "expected"), CASES.values(), ids=CASES)
def test_an_overview_lists_as_a_search_does(kept, query, expected):
    if query.order == "latest":
        assert [row.id for row in latest(kept, load_overview(kept), query)] == expected


def numbers_of(store, ids):
    with store._connected() as connection:
        return list(
            connection.scalars(sa.select(INCIDENT_ROWS.c.number).where(INCIDENT_ROWS.c.id.in_(ids)))
        )


def test_an_overview_follows_the_record(kept):
    before = load_overview(kept)
    with kept.writing() as write:
        write.drop_incidents(["suva", "alert"])
        write.put_incidents([make_listed("new", lat=1.0, lon=2.0, kind="riot")])
        write.put_incidents([replace(INCIDENTS[0], grade="contested")])
    after = refreshed(kept, before)
    anew = load_overview(kept)

    assert after.revision == anew.revision == 2
    for query in (Query(), Query(grade="contested"), Query(kind="riot"), Query(dated=False)):
        found = (sorted(view.number[view.fitting(kept, query)].tolist()) for view in (after, anew))
        assert next(found) == next(found) != []


@pytest.mark.parametrize(("query", "expected"), CASES.values(), ids=CASES)
def test_all_ids_that_fit_come_sorted(kept, query, expected):
    if query.offset == 0 and query.limit == 50 and query.order == "latest":
        assert list(kept.incident_ids(query)) == sorted(expected)


def test_a_row_comes_back_as_it_was_put(kept):
    [row] = kept.search(Query(kind="shelling", country="YEM"))

    assert row == replace(INCIDENTS[0], revision=1)


def test_what_was_dropped_is_found_no_more(kept):
    with kept.writing() as write:
        write.drop_incidents(["taiz"])

    assert kept.search(Query(text="market")) == ()
    assert [
        row.id for row in kept.search(Query(box=Box(west=43, south=13, east=45, north=14)))
    ] == ["undated"]


@pytest.mark.parametrize(
    ("few", "many"),
    [
        pytest.param(5_000, 30_000, id="from the rarest condition"),
        pytest.param(0, 30_000, id="from what all conditions have"),
        pytest.param(0, 0, id="down the list"),
    ],
)
def test_every_way_of_searching_finds_the_same(kept, monkeypatch, few, many):
    monkeypatch.setattr("dateline.store.search._FEW", few)
    monkeypatch.setattr("dateline.store.search._MANY", many)

    for query, expected in CASES.values():
        assert [row.id for row in kept.search(query)] == expected


def test_days_are_counted_as_they_are(kept):
    """A count that is wrong still finds all, but by the longest way."""
    query = Query(since=date(2000, 1, 1), until=date(2030, 1, 1), type="ASSAULT")
    with kept.alone() as connection:
        (days,) = [c for c in conditions_of(connection, query) if "start" in str(c.holds)]
        found = connection.execute(days.finds).all()

        assert _count(connection, days.finds, 100) == len(found) > 1


def test_changes_come_in_their_order_and_tell_what_is_gone(kept):
    with kept.writing() as write:
        write.drop_incidents(["suva"])
    with kept.writing() as write:
        write.put_incidents([replace(INCIDENTS[0], grade="contested")])
    start = Change(id="", revision=0)
    first = kept.changes(start, limit=6)
    then = kept.changes(first[-1], limit=6)

    assert [change.id for change in first] == [
        "aden", "alert", "apia", "undated", "unplaced", "suva"
    ]  # fmt: skip
    assert [(c.id, c.revision, c.removed) for c in (*first, *then)][-2:] == [
        ("suva", 2, True),
        ("taiz", 3, False),
    ]
