"""Which words of a text tell a country by themselves, and not by what they lend each other."""

from dateline.extract.alone.leaders import body_at, home_of, leader_country
from dateline.extract.mentions import ActorMention
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.knowledge.gazetteer.countries import country_named

NOWHERE = "---"  # what stands for a country where a party has none
BODY = "IGO"
_HOMELESS = frozenset(["GOV", "MIL", "REB", "LEG", "POL", "OPP", "JUD", "CRM"])
_KNOWN = ("known", "country", "demonym", "people", "pronoun")  # rules that lists stand behind


def told_countries(reading: Reading) -> dict[int, str]:
    """Map each word that tells a country, or a body of countries, to it."""
    out: dict[int, str] = {}
    for place in reading.places:
        if place.place.country:
            out.update(dict.fromkeys(range(place.first, place.end), place.place.country))
    _add_bodies(reading.parse, out)
    for actor in reading.actors:
        _add_party(reading.parse, actor, out)
    for i in range(len(reading.parse)):
        if i not in out:
            _add_word(reading.parse, i, out)
    return out


def _add_bodies(parse: Parse, out: dict[int, str]) -> None:
    """Read "United Nations", also before a noun; no place inside its name counts."""
    at = 0
    while at < len(parse):
        size = body_at(parse.words, at) if parse.tags[at][:3] == "NNP" else 0
        out.update(dict.fromkeys(range(at, at + size), BODY))
        at += size or 1


def _add_party(parse: Parse, actor: ActorMention, out: dict[int, str]) -> None:
    told = _of_party(parse, actor, out)
    if told and not (told == NOWHERE and actor.head in out):
        out[actor.head] = told
    if told == BODY:
        out.update(dict.fromkeys(range(actor.first, actor.end), BODY))


def _of_party(parse: Parse, actor: ActorMention, out: dict[int, str]) -> str | None:
    party = actor.party
    known = actor.named and actor.rule.endswith(_KNOWN)
    tells = any(i in out for i in range(actor.first, actor.end))
    if party.country and (actor.pronoun or actor.state or known or tells):
        return party.country
    surname = parse.words[actor.head]
    leader = leader_country(party.name) or (leader_country(surname) if actor.named else None)
    return leader or (BODY if party.role == BODY else NOWHERE if party.role in _HOMELESS else None)


def _add_word(parse: Parse, i: int, out: dict[int, str]) -> None:
    """Read "Hamas militants", "the Sarkozy government", and a country in small letters."""
    word, country = parse.words[i], None
    if parse.tags[i] == "NNP" and word[0].islower():
        country = country_named(word)
    elif parse.tags[i] == "NNP" and parse.deps[i] in {"compound", "nmod"}:
        single = parse.tags[parse.heads[i]] == "NN"
        country = home_of(word) or (leader_country(word) if single else None)
    if country:
        out[i] = country
