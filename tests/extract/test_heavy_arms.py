"""A brief about an attack is read, whatever else it speaks of."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit a bus stop in Kharkiv on Monday, killing five people. Firefighters put it out.",
        "A missile hit an oil depot in Odesa, killing two people. They fought the blaze for hours.",
        "A shell struck a football stadium in Aleppo, killing three players before the match.",
    ],
)
def test_an_attack_that_killed_is_read_in_any_company(coded, text):
    assert "ASSAULT" in [event.type for event in coded(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "The striker fired a missile into the net and killed off the match in Aleppo on Monday.",
        "Oil shares exploded on Monday; the bank's rescue bombed, and three funds were hurt.",
    ],
)
def test_the_words_of_war_alone_are_no_attack(coded, text):
    assert [e for e in coded(text).events if e.type == "ASSAULT"] == []
