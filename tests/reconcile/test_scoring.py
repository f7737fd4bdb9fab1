"""The score of two events is what the features say of them, whichever comes first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.scoring import FEATURES, PRIOR, explain, score
from dateline.records import Quote
from tests.reconcile.made import (
    KRAMATORSK,
    make_figure,
    make_least,
    make_party,
    make_telling,
    make_when,
    sketch_of,
    sketch_pair,
)

PLACES = [
    None,
    KRAMATORSK,
    replace(KRAMATORSK, name="Al-Kramatorsk", lat=48.8),
    replace(KRAMATORSK, name="Orlen", lat=47.0),
    replace(KRAMATORSK, name="Orlen", lat=None, lon=None, country=None),
    replace(KRAMATORSK, name="Ukraine", lat=49.0, lon=32.0, precision="country"),
]
DAYS = [
    make_when(None),
    make_when("2024-07-03"),
    make_when("2024-07-03", "2024-07-04"),
    make_when("2024-07-08"),
    make_when("2024-07-01", "2024-07-07", "week"),
]
KINDS = [("ASSAULT", "shelling"), ("ASSAULT", "airstrike"), ("CONSULT", "talks")]
PARTIES = [
    make_party("Orlen Brigade"),
    make_party("Ukrainian army", "UKR"),
    make_party("clinic", "UKR", "AID"),
    make_party("Latvia", "LVA", "GOV"),
]
SENTENCES = [
    "Shells hit a clinic by the river",
    "Two shells hit the riverside clinic at dusk, and a nurse was hurt",
    "The envoys met for an hour",
]
FIGURES = [make_figure(3), make_figure(70), make_least(3), make_figure(3, measure="injured")]


def some(choices, most=2):
    return st.lists(st.sampled_from(choices), max_size=most, unique=True).map(tuple)


@st.composite
def sketched(draw, report):
    type_, kind = draw(st.sampled_from(KINDS))
    quotes = draw(some(SENTENCES))
    event = {
        "type": type_,
        "kind": kind,
        "place": draw(st.sampled_from(PLACES)),
        "date": draw(st.sampled_from(DAYS)),
        "factuality": draw(st.sampled_from(["occurred", "planned", "denied"])),
        "background": draw(st.booleans()),
        "actors": draw(some(PARTIES)),
        "targets": draw(some(PARTIES)),
        "weapon": draw(st.sampled_from([None, "drone", "artillery"])),
        "evidence": tuple(Quote(start=0, end=len(text), quote=text) for text in quotes),
        "part_of": draw(st.sampled_from([None, "e9"])),
    }
    return sketch_of(make_telling(report, event=event, figures=draw(some(FIGURES))))


PAIRS = st.tuples(sketched("r1"), sketched("r2"))


@given(PAIRS)
def test_it_does_not_matter_which_of_two_comes_first(pair):
    one, other = pair

    assert score(one, other) == score(other, one)
    assert explain(one, other) == explain(other, one)


@given(PAIRS)
def test_the_reasons_add_up_to_the_score(pair):
    found = explain(*pair)

    total = PRIOR + sum(reason.points for reason in found.reasons)
    assert found.points == pytest.approx(total, abs=0.001)
    assert found.points == score(*pair)


@given(PAIRS)
def test_the_weightiest_reason_comes_first(pair):
    weights = [abs(reason.points) for reason in explain(*pair).reasons]

    assert weights == sorted(weights, reverse=True)


@given(PAIRS)
def test_every_reason_is_of_a_feature_and_in_words(pair):
    reasons = explain(*pair).reasons

    assert {reason.feature for reason in reasons} <= set(FEATURES.names())
    assert all(reason.words for reason in reasons)


def told(report, **event):
    return sketch_of(make_telling(report, event=event))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param({}, True, id="what the other tells, too"),
        pytest.param({"kind": "missile-strike"}, True, id="another word for it"),
        pytest.param({"date": make_when("2024-07-24")}, False, id="weeks later"),
        pytest.param({"place": replace(KRAMATORSK, name="Orlen", lat=44.0)}, False, id="far away"),
    ],
)
def test_above_zero_two_events_are_held_the_same(other, same):
    assert (score(told("r1"), told("r2", **other)) > 0) is same


def test_of_two_events_known_only_to_be_of_one_kind_nothing_is_held():
    bare = {"place": None, "date": make_when(None), "evidence": ()}

    assert score(told("r1", **bare), told("r2", **bare)) < 0


def test_a_pair_names_its_events_in_order():
    found = explain(told("r2"), told("r1"))

    assert (found.left, found.right) == ("r1/e1", "r2/e1")


@pytest.mark.parametrize("lat", [48.66, 48.55, 48.45])
def test_a_neighbouring_place_hit_on_the_same_day_by_the_same_side_is_another_incident(lat):
    side = (make_party("Orlen Brigade", "UKR", "REB"),)
    elsewhere = replace(KRAMATORSK, name="Tamsin", lat=lat)
    told = {"place": elsewhere, "evidence": (Quote(start=0, end=17, quote="Shells hit Tamsin"),)}
    one, other = sketch_pair({}, told, actors=side, weapon="artillery")

    assert score(one, other) <= 0
