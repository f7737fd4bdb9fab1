"""Names that tell whose somebody is where a sentence alone cannot: leaders and common bodies."""

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.actors.names import Alias, known_names

_BODIES = "igos"


def leader_country(name: str) -> str | None:
    """Give the country of the leaders who bear a name, where they are all of one."""
    folded = fold_name(name)
    bearers = [
        known
        for alias in known_names().get(folded.split(" ", 1)[0], ())
        if alias.folded == folded
        for known in alias.bearers
        if known.kind == "leaders"
    ]
    countries = {known.countries[0] for known in bearers if known.countries}
    return countries.pop() if len(countries) == 1 else None


def home_of(name: str) -> str | None:
    """Give the country where the armed group or party of a name is at home."""
    folded = fold_name(name)
    homes = {
        known.countries[0]
        for alias in known_names().get(folded.split(" ", 1)[0], ())
        if alias.folded == folded and not alias.surname
        for known in alias.bearers
        if known.countries
    }
    return homes.pop() if len(homes) == 1 else None


def body_at(words: Sequence[str], at: int) -> int:
    """Count the words of the longest name of a body of countries that begins at a word."""
    for alias in _bodies().get(fold_name(words[at]), ()):
        size = len(alias.folded.split(" "))
        named = " ".join(words[at : at + size])
        if named == alias.written or (not alias.exact and fold_name(named) == alias.folded):
            return size
    return 0


@cache
def _bodies() -> dict[str, list[Alias]]:
    """Index the names of bodies by their first word, the longest first."""
    found = {
        first: [a for a in aliases if all(b.kind == _BODIES for b in a.bearers)]
        for first, aliases in known_names().items()
    }
    return {first: aliases for first, aliases in found.items() if aliases}
