"""Figures in plain words."""

import pytest

from dateline.publish.figures import in_words, sentences
from dateline.records import Figure


def figure(measure="killed", low=4.0, high=4.0, qualifier="exact", **fields):
    words = {"id": "f1", "quote": "the words", "start": 0, "end": 9}
    return Figure(measure=measure, low=low, high=high, qualifier=qualifier, **(words | fields))


@pytest.mark.parametrize(
    ("coded", "words"),
    [
        pytest.param(figure(), "4 killed", id="exact"),
        pytest.param(figure(high=None), "at least 4 killed", id="open above"),
        pytest.param(figure(low=None, high=12000.0), "up to 12,000 killed", id="open below"),
        pytest.param(figure(low=30.0, high=40.0), "30 to 40 killed", id="range"),
        pytest.param(figure(qualifier="about"), "about 4 killed", id="about"),
        pytest.param(figure(low=0.0, high=0.0), "no one killed", id="nobody"),
        pytest.param(figure(low=None, high=None), "an unknown number of killed", id="no bound"),
        pytest.param(figure(population="child"), "4 children killed", id="children"),
        pytest.param(
            figure(low=1.0, high=1.0, population="child"), "1 child killed", id="one child"
        ),
        pytest.param(
            figure("injured", low=0.0, high=0.0, population="police"),
            "no police officers injured",
            id="no police",
        ),
        pytest.param(figure("weapons-used", 1.0, 1.0), "1 weapon used", id="one weapon"),
        pytest.param(figure("displaced", unit="families"), "4 families displaced", id="families"),
        pytest.param(figure("aid-value", 2.5, 2.5, unit="million USD"), "2.5 million USD in aid"),
        pytest.param(figure("people-affected"), "4 people affected", id="affected"),
        pytest.param(figure("distance", unit="km"), "“the words”", id="distance"),
        pytest.param(figure("livestock-lost"), "4 livestock lost", id="a measure not known here"),
    ],
)
def test_bounds_and_what_is_counted(coded, words):
    assert in_words(coded) == words


def test_parts_stand_with_their_whole_and_are_not_added():
    whole = figure(high=None, by="the mayor")
    part = figure(id="f2", low=2.0, high=2.0, of="f1", population="child", by="the mayor")

    assert sentences([whole, part]) == [
        "at least 4 killed (including 2 children), according to the mayor"
    ]


def test_each_owner_has_a_sentence():
    figures = [
        figure(by="the army"),
        figure("injured", id="f2", by="the army"),
        figure(id="f3", low=9.0, high=9.0, by="medics"),
    ]

    assert sentences(figures) == [
        "4 killed and 4 injured, according to the army",
        "9 killed, according to medics",
    ]


def test_a_running_total_says_so():
    assert sentences([figure(scope="total")]) == ["4 killed in total"]


def test_a_part_whose_whole_is_elsewhere_is_kept():
    assert sentences([figure(of="f9")]) == ["4 killed"]
