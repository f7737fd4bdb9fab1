"""An incident in ACLED's codes: its types, its two sides and what they are called."""

from dateline.knowledge.crosswalk import crosswalk
from dateline.publish.crosswalk import all_of, sides
from dateline.publish.incident_places import country, country_name, precision
from dateline.publish.privacy import shown_name, shown_names
from dateline.publish.tabular import joined
from dateline.records import Incident, Party

_BATTLES = "Battles"
_UNTARGETED, _EXCESSIVE = (
    (_BATTLES, "Strategic developments", "Protests"),
    "Excessive force against protesters",
)
_AT_HOME, _ABROAD = "State forces", "External/Other forces"
_CAPTURE, _REGAINED = "territory-captured", "Government regains territory"
_OVERTAKEN = "Non-state actor overtakes territory"


def event_type(incident: Incident) -> str | None:
    """Give the event type; None where ACLED has no such event."""
    if _is_attack_on_armed(incident):
        return _BATTLES
    return crosswalk().kind(incident.kind).acled or None


def sub_event_type(incident: Incident) -> str | None:
    """Give the sub-event type: the incident's own, but for captures and attacks on the armed."""
    if _is_attack_on_armed(incident):
        return "Armed clash"
    if incident.kind != _CAPTURE:
        return incident.acled
    taker = _inter(incident, next(iter(incident.actors), None))
    if taker is None:
        return None
    return _REGAINED if taker == _AT_HOME else _OVERTAKEN


def disorder_type(incident: Incident) -> str | None:
    """Give the disorder type, of the sub-event type or else of the event type."""
    disorder = crosswalk().acled.disorder
    found = disorder.get(sub_event_type(incident) or "")
    return found or disorder.get(event_type(incident) or "")


def geo_precision(incident: Incident) -> int | None:
    """Give the precision of the place; None where ACLED would not record the event."""
    return crosswalk().acled.places.get(precision(incident) or "")


def actor(incident: Incident, number: int) -> str | None:
    """Name the first party of a side; civilians are named after their country."""
    party = _first(incident, number)
    return _name(incident, party) if party else None


def associates(incident: Incident, number: int) -> str | None:
    """Name the other parties of a side, and give the reports' words for civilians."""
    names = shown_names(_side(incident, number))
    return joined(names[1:] if names[:1] == (actor(incident, number),) else names)


def inter(incident: Incident, number: int) -> str | None:
    """Give the interaction code of a side."""
    return _inter(incident, _first(incident, number))


def interaction(incident: Incident) -> str | None:
    """Join both codes, that of the lower number first; a side may be alone."""
    first, second = inter(incident, 0), inter(incident, 1)
    if first and second:
        return "-".join(sorted((first, second), key=crosswalk().acled.inter.index))
    return f"{first} only" if first and not _side(incident, 1) else None


def civilian_targeting(incident: Incident) -> str | None:
    """Tell whether all targets are civilian; in some events ACLED never says so."""
    if event_type(incident) in _UNTARGETED and sub_event_type(incident) != _EXCESSIVE:
        return None
    return "Civilians targeted" if all_of(_side(incident, 1), crosswalk().civilian) else None


def _is_attack_on_armed(incident: Incident) -> bool:
    """Tell whether only the armed were attacked; of prisoners put to death that is never said."""
    return incident.kind == "armed-attack" and all_of(incident.targets, crosswalk().armed)


def _side(incident: Incident, number: int) -> tuple[Party, ...]:
    """Give a side's parties; ACLED has no civilians in battles."""
    side = sides(incident)[number]
    if event_type(incident) != _BATTLES:
        return side
    return tuple(party for party in side if party.role not in crosswalk().civilian)


def _first(incident: Incident, number: int) -> Party | None:
    return next(iter(_side(incident, number)), None)


def _inter(incident: Incident, party: Party | None) -> str | None:
    """Give the interaction code of a party; None where its role does not tell."""
    if party is None:
        return None
    lists, home = crosswalk(), country(incident)
    if party.role in lists.civilian:
        kind = lists.kind(incident.kind)
        return (kind.targets if party in incident.targets else kind.actors) or None
    if party.role not in lists.state:
        return lists.acled.roles.get(party.role)
    if party.country is None or home is None:
        return None  # at home or abroad: not told
    return _AT_HOME if party.country == home else _ABROAD


def _name(incident: Incident, party: Party) -> str:
    people = _inter(incident, party) if party.role in crosswalk().civilian else None
    if people is None:
        return shown_name(party)
    land = country_name(party.country or country(incident))
    return f"{people} ({land})" if land else people
