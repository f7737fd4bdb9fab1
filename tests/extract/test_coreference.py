"""Later mentions stand for the party that was named before."""

import pytest

from dateline.extract.actors import actor_at, find_actors


def name_at(parse, text, word, nth=0):
    """Return the name of the party at the nth token that reads as the word."""
    page = parse(text)
    heads = [i for i, lower in enumerate(page.lowers) if lower == word.lower()]
    mention = actor_at(find_actors(page), heads[nth])
    return mention.party.name if mention is not None and mention.head == heads[nth] else None


@pytest.mark.parametrize(
    ("text", "word", "nth", "name"),
    [
        pytest.param("Olga Petrova spoke in Kyiv. Petrova then left.",
                     "Petrova", 1, "Olga Petrova", id="surname"),
        pytest.param("The Salt River Front (SRF) took Moto. The SRF later withdrew.",
                     "SRF", 1, "Salt River Front", id="abbreviation in brackets"),
        pytest.param("Abu Sayyaf freed nine men. The group wants money.",
                     "group", 0, "Abu Sayyaf", id="the group"),
        pytest.param("The Security Council met. The council then voted.",
                     "council", 1, "Security Council", id="the last word of a name"),
        pytest.param("The health minister, Aya Haddad, resigned. The minister gave no reason.",
                     "minister", 1, "Aya Haddad", id="the office of a named person"),
        pytest.param("Maria Lopes lives in Maputo. She saw the attack.",
                     "she", 0, "Maria Lopes", id="she"),
        pytest.param("Soldiers entered Goma. They shot three men.",
                     "they", 0, "Soldiers", id="they"),
        pytest.param("Hezbollah denied it. It blamed others.",
                     "it", 1, "Hezbollah", id="it"),
        pytest.param("The gunmen, who fled, shot a nurse.",
                     "who", 0, "gunmen", id="relative pronoun"),
        pytest.param("“We lost everything,” said Amina Diallo.",
                     "we", 0, "Amina Diallo", id="we, in a quotation"),
        pytest.param("Forty teachers were seized. Nine were freed on Monday.",
                     "nine", 0, "teachers", id="a bare number"),
    ],
)  # fmt: skip
def test_a_later_mention_takes_the_name_of_the_first(parse, text, word, nth, name):
    assert name_at(parse, text, word, nth) == name


def test_the_fullest_name_of_the_report_counts_even_when_it_comes_later(parse):
    text = "Petrova left Kyiv. Olga Petrova was a nurse."

    assert name_at(parse, text, "Petrova") == "Olga Petrova"


def test_what_a_possessive_points_to_lends_its_country(parse):
    page = parse("Kenya, Chad, Peru and Laos met. Chad said its troops would stay.")
    mention = actor_at(find_actors(page), page.words.index("troops"))

    assert mention is not None
    assert mention.party.country == "TCD"


def test_the_army_is_that_of_the_country_named_with_it_before(parse):
    page = parse("The Sudanese army shelled a camp. Egypt spoke. Later the army left.")
    heads = [i for i, word in enumerate(page.words) if word == "army"]
    actors = find_actors(page)

    assert {actor_at(actors, head).party.country for head in heads} == {"SDN"}


def test_a_pronoun_is_no_party_of_its_own_verb(parse):
    assert name_at(parse, "Karim Aziz came. Omar Daoud hit him.", "him") == "Karim Aziz"


def test_a_pronoun_is_marked(parse):
    page = parse("Rebels came. They left.")

    assert [m.pronoun for m in find_actors(page)] == [False, True]
