"""Names of persons, without a name tagger: also those that hyphens and particles join."""

import pytest

from dateline.extract.persons import find_persons


def persons(parse, text):
    parsed = parse(text)
    return [parsed.words_of(found.first, found.end) for found in find_persons(parsed)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Moon Jae-in said that shells had hit the island.", ["Moon Jae-in"]),
        ("Kim Jong-un threatened Seoul.", ["Kim Jong-un"]),
        ("The windows came in, said Bae Soon-ja, 71, a fisher.", ["Bae Soon-ja"]),
        ("Bashar al-Assad ordered the strike.", ["Bashar al-Assad"]),
        ("Abdel-Fattah al-Sisi visited Baghdad.", ["Abdel-Fattah al-Sisi"]),
        ("Jean-Pierre Bemba accused the army.", ["Jean-Pierre Bemba"]),
        ("Park Geun-hye spoke on Monday. Park condemned the attack.", ["Park Geun-hye", "Park"]),
    ],
)
def test_a_name_is_found_whole(parse, text, names):
    assert persons(parse, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Al Qaeda-led fighters attacked the posts of the army.",
        "South Korean-led troops left the island.",
        "Ahrar Sham-run courts freed two men.",
        "Deir al-Zour was bombed on Monday.",
    ],
)
def test_what_is_joined_to_a_group_or_place_is_no_person(parse, text):
    assert persons(parse, text) == []


def test_a_party_bears_its_whole_name_however_it_parsed(coded):
    text = (
        "“First the windows came in,” said Bae Soon-ja, 71, whose boat shed burned down together"
        " with 21 houses when shells hit Yeonpyeong on Tuesday."
    )

    names = {
        party.name for event in coded(text).events for party in (*event.actors, *event.targets)
    }

    assert "ja" not in names
    assert "-ja" not in names
