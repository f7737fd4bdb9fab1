"""Which parties have a name of their own, and which of them are persons."""

from dateline.knowledge.actors import known_names, nouns
from dateline.knowledge.actors.folding import fold_name
from dateline.publish.personal_names import personal_names
from dateline.publish.privacy import WITHHELD, shown_name
from dateline.records import Party

_PEOPLE = frozenset(("CVL", "REF", "UNK"))  # people and things that are no body of their own
_HUMAN = ("person", "people")
_TWO = 2  # words of a person's name; letters of an abbreviation


def is_named(party: Party) -> bool:
    """Tell whether a party has a name that may be published: neither "gunmen" nor a victim."""
    name = shown_name(party)
    if party.role in _PEOPLE or WITHHELD in name or name == name.lower():
        return False
    words = name.split()
    if _is_known(words[0]) or _is_known(name):
        return True
    if name.isupper() and len(words) > 1:
        return False  # a line in capitals: nobody knows which of them are a name
    return not (_begins_a_sentence(words) and _nature(words[-1]) in _HUMAN)


def is_person(party: Party) -> bool:
    """Tell whether the name is a person's: an office-holder's, or words that mean nothing else."""
    folded = fold_name(party.name)
    aliases = known_names().get(folded.split(" ")[0], ())
    if any(a.folded == folded and b.kind == "leaders" for a in aliases for b in a.bearers):
        return True
    words = party.name.split()
    plain = len(words) >= _TWO and not any(_nature(word) for word in words)
    return plain and party.name in personal_names(party.name, party.country)


def _begins_a_sentence(words: list[str]) -> bool:
    """Tell whether the first word alone is capitalised, and may be so for its place only."""
    capitals = [letter for word in words for letter in word if letter.isupper()]
    return len(capitals) < _TWO and words[0][0].isupper()


def _is_known(name: str) -> bool:
    folded = fold_name(name)
    return any(alias.folded == folded for alias in known_names().get(folded.split(" ")[0], ()))


def _nature(word: str) -> str | None:
    folded = fold_name(word)
    found = next((nouns()[w] for w in (folded, folded.removesuffix("s")) if w in nouns()), None)
    return found.nature if found else None
