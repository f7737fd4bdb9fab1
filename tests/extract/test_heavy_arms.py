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


AMONG_OTHER_THINGS = (
    "Gunmen stormed the town of Macomia on Friday and killed eight people, residents said.\n\n"
    "{}\n\nSoldiers returned on Saturday and are patrolling the streets."
)


def test_what_was_burned_is_read_where_others_tell_of_war(coded):
    told = (
        "They burned the district secretary's house and the phone mast, and they carried off two"
        " lorries of maize and oil from the warehouse of a relief agency, whose goods were worth"
        " $40,000 at the market."
    )

    kinds = {event.kind for event in coded(AMONG_OTHER_THINGS.format(told)).events}

    assert "looting-or-destruction" in kinds


def test_a_match_stays_silent_where_others_tell_of_war(coded):
    told = "In the league, Ferroviario crushed Costa do Sol 3-1; the striker fired home twice."

    events = coded(AMONG_OTHER_THINGS.format(told)).events

    assert not [e for e in events if "league" in e.evidence[0].quote]
