"""Which events meet: the same ones whichever comes first."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.blocking import asked, keys
from dateline.records import Party, Place, Quote
from tests.reconcile.made import KRAMATORSK, make_telling, make_when, sketch_of

COUNTRY = Place(name="Ukraine", country="UKR", lat=49.0, lon=32.0, precision="country")


def at(lat, lon, day="2024-07-03", report="r2", name="Orlen", **event):
    place = replace(KRAMATORSK, lat=lat, lon=lon, name=name)
    return sketch_of(make_telling(report, event={"place": place, "date": make_when(day)} | event))


def meet(one, other):
    return bool(set(asked(one)) & set(keys(other)))


HERE = at(48.74, 37.58, report="r1", name="Kramatorsk")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(at(48.74, 37.58), True, id="same place and day"),
        pytest.param(at(49.01, 37.58), True, id="across the edge of a cell"),
        pytest.param(at(51.0, 37.58), False, id="far away"),
        pytest.param(at(51.0, 37.58, name="Kramatorsk"), True, id="far away, by the same name"),
        pytest.param(at(48.74, 37.58, "2024-07-04"), True, id="the day after"),
        pytest.param(at(48.74, 37.58, "2024-07-09"), False, id="another week"),
        pytest.param(
            at(48.74, 37.58, kind="peaceful-protest", type="PROTEST"), True, id="any kind"
        ),
    ],
)
def test_events_meet_by_cell_and_day(other, expected):
    assert meet(HERE, other) is expected


def test_an_event_somewhere_in_a_country_meets_those_of_its_places():
    assert meet(sketch_of(make_telling("r2", event={"place": COUNTRY})), HERE)


def test_an_event_without_a_day_meets_what_was_told_about_then():
    assert meet(sketch_of(make_telling("r2", event={"date": make_when(None)})), HERE)


def test_a_statement_meets_others_of_its_speaker():
    speaker = Party(name="Red Cross", role="NGO")
    said = {"type": "ACCUSE", "kind": "accuse", "place": None, "actors": (speaker,)}
    one, other = (sketch_of(make_telling(name, event=said)) for name in ("r1", "r2"))

    assert meet(one, other)


def test_copied_words_meet_wherever_they_are_placed():
    words = (Quote(start=0, end=9, quote="A rocket fell on the bus station shortly after noon"),)
    far = at(10.0, 10.0, evidence=words)

    assert meet(at(48.74, 37.58, evidence=words), far)


DAYS = ["2024-07-02", "2024-07-03", "2024-07-05", None]
SPOTS = [KRAMATORSK, replace(KRAMATORSK, lat=49.1, lon=-179.9), COUNTRY, None]


@given(*(st.sampled_from(list(product(SPOTS, DAYS))) for _ in range(2)))
def test_it_does_not_matter_which_of_two_comes_first(one, other):
    left, right = (
        sketch_of(make_telling(name, event={"place": place, "date": make_when(day)}))
        for name, (place, day) in (("r1", one), ("r2", other))
    )

    assert meet(left, right) == meet(right, left)


def test_keys_are_few():
    assert len(keys(HERE)) <= 4
