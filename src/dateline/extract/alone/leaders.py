"""Surnames of holders of office, where a sentence alone cannot tell whose they are."""

from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.actors.names import known_names


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
