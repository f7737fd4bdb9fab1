"""Sentences that stand alone: what they tell, and who does it to whom."""

import pytest

from benchmarks.quality.sentences import readings_of
from dateline.extract.alone.dyads import DyadReader
from dateline.extract.alone.parties import PartyOf
from dateline.extract.alone.types import types_of
from dateline.extract.language import load_language


def reading(text):
    return next(r for _, r in readings_of([{"id": "s", "text": text, "date": ""}]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Gunmen killed four farmers near the well.", "ASSAULT", id="done"),
        pytest.param("Norland will send aid to Southmark.", "AGREE", id="promised"),
        pytest.param("The ministers failed to reach an agreement.", "REJECT", id="refused"),
        pytest.param("The envoy said both sides must leave the town.", "REQUEST", id="duty"),
        pytest.param("Farmers blocked the road to the port.", "PROTEST", id="crowd"),
    ],
)
def test_the_best_type_comes_first(text, expected):
    assert types_of(reading(text))[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Chad shelled Niger on Monday.", [("TCD", "NER")], id="act"),
        pytest.param("Niger was shelled by Chad.", [("TCD", "NER")], id="passive"),
        pytest.param("Peru and Chile met.", [("PER", "CHL"), ("CHL", "PER")], id="mutual"),
        pytest.param("Peru said Chile attacked a ship.", [("PER", "CHL")], id="accused"),
    ],
)
def test_who_did_it_to_whom(text, expected):
    assert [(d.source, d.target) for d in DyadReader(reading(text)).dyads()] == expected


def test_a_phrase_tells_country_and_role_or_nothing():
    party_of = PartyOf(load_language())
    assert party_of("three Polish soldiers", "") == ("POL", "MIL")
    assert party_of("Ullin Marrowby", "") == (None, None)
