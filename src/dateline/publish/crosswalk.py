"""What an incident is in the code lists of others."""

from collections.abc import Sequence

from dateline.knowledge.crosswalk import crosswalk
from dateline.records import Incident, Party

_CLASH = "armed-clash"


def sides(incident: Incident) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Tell the two sides apart: actors and targets, or in a mutual fight the actors."""
    actors, targets = incident.actors, incident.targets
    if incident.kind == _CLASH and len(actors) > 1 and not targets:
        return actors[:1], actors[1:]
    return actors, targets


def all_of(parties: Sequence[Party], roles: frozenset[str]) -> bool:
    """Tell whether there are parties and all have one of the roles."""
    return bool(parties) and roles.issuperset(party.role for party in parties)


def ucdp_violence(incident: Incident) -> int | None:
    """Give UCDP's type of violence, where the parties' roles leave no doubt about it."""
    lists = crosswalk()
    first, second = sides(incident)
    if not all_of(first, lists.armed):
        return None
    if all_of(second, lists.civilian):
        return 3 if lists.kind(incident.kind).one_sided else None
    if not all_of(second, lists.armed):
        return None
    states = [party for party in (*first, *second) if party.role in lists.state]
    return 1 if states else 2


def plover_type(incident: Incident) -> str:
    """Give PLOVER's event type."""
    return crosswalk().kind(incident.kind).plover or incident.type


def plover_mode(incident: Incident) -> str | None:
    """Give PLOVER's mode: the kind's, or in an assault that of the weapon."""
    lists = crosswalk()
    mode = lists.kind(incident.kind).mode
    if mode or incident.type != "ASSAULT":
        return mode or None
    return lists.plover.weapons.get(incident.weapon or "")


def plover_score(incident: Incident) -> float | None:
    """Give PLOVER's score from conflict to cooperation, of the mode or else of the type."""
    lists = crosswalk().plover
    mode = lists.modes.get(plover_mode(incident) or "")
    return lists.scores.get(plover_type(incident)) if mode is None else mode


def cameo_code(incident: Incident) -> str:
    """Give CAMEO's code, the most specific one that the kind and the weapon tell."""
    kind = crosswalk().kind(incident.kind)
    return kind.weapons.get(incident.weapon or "") or kind.cameo or incident.cameo
