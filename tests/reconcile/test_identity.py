"""Ids follow from reports alone; judgements find their events again by the words."""

from dataclasses import replace

import pytest

from dateline.reconcile.identity import anchor, find, natural, own_ids
from dateline.records import Quote, Record
from tests.reconcile.made import make_event, make_report

TEXT = "Shells hit the old market. Later shells hit the port of the city."


def record(*events, name="r1", text=TEXT):
    return Record(report=make_report(name, text=text), events=events)


def told(quote, name="e1", text=TEXT, **fields):
    start = text.index(quote)
    evidence = (Quote(start=start, end=start + len(quote), quote=quote),)
    return make_event(name, evidence=evidence, **fields)


MARKET = told("Shells hit the old market", "e1")
PORT = told("shells hit the port", "e2")


def test_an_id_does_not_depend_on_the_other_events_of_a_report():
    alone = own_ids(record(PORT))["e2"]

    assert own_ids(record(MARKET, PORT))["e2"] == alone


def test_an_id_outlives_the_number_of_the_event():
    assert own_ids(record(replace(PORT, id="e1")))["e1"] == own_ids(record(PORT))["e2"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(record(PORT), id="other words"),
        pytest.param(record(replace(MARKET, kind="airstrike")), id="another kind"),
        pytest.param(record(replace(MARKET, place=None)), id="another place"),
        pytest.param(record(MARKET, name="r2"), id="another report"),
    ],
)
def test_another_happening_has_another_id(other):
    assert set(own_ids(other).values()).isdisjoint(own_ids(record(MARKET)).values())


def test_two_events_in_the_same_words_have_two_ids():
    ids = own_ids(record(MARKET, replace(MARKET, id="e2")))

    assert ids["e1"] != ids["e2"]


def test_what_was_judged_is_found_by_its_words_under_another_number():
    held = anchor("r1", PORT)

    assert find(held, record(replace(PORT, id="e7"))).id == "e7"


def test_of_several_in_the_same_words_the_place_decides():
    elsewhere = replace(MARKET, id="e3", place=replace(MARKET.place, name="Sloviansk"))

    assert find(anchor("r1", elsewhere), record(MARKET, elsewhere)).id == "e3"


def test_what_was_told_in_fewer_words_is_found_where_they_overlap():
    shorter = told("the port", "e9")

    assert find(anchor("r1", PORT), record(MARKET, shorter)).id == "e9"


def test_words_that_are_no_more_are_not_found():
    assert find(anchor("r1", PORT), record(MARKET, text="Shells hit the old market.")) is None


def test_numbers_in_names_are_counted():
    assert sorted(["r10", "r9", "r1"], key=natural) == ["r1", "r9", "r10"]
