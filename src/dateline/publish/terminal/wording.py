"""The codebook's codes in plain words."""

from collections.abc import Sequence

from dateline.knowledge.gazetteer.countries import country_of
from dateline.knowledge.ontology import kinds
from dateline.publish.prose import listed, on_one_line
from dateline.records import Claim, Event, Party, Place, Record

_AREAS = {
    "admin2": "district",
    "admin1": "province",
    "country": "as a whole",
    "region": "region",
    "sea": "at sea",
}
# Names that say themselves that they are no spot.
_AREA_WORDS = frozenset(
    "county department district governorate oblast prefecture province raion region state".split()
)
_WEAPONS = {
    "bladed": "blades",
    "chemical": "chemical weapons",
    "mixed": "several weapons",
    "naval": "naval weapons",
}
_STANCES = {
    "asserts": "says",
    "denies": "denies",
    "estimates": "estimates",
    "accuses": "accuses",
    "warns": "warns",
    "promises": "promises",
    "demands": "demands",
    "confirms": "confirms",
    "doubts": "doubts",
}
# Between these, nobody does anything to anybody: one side acts with the other.
_MUTUAL = ("AGREE", "CONSULT", "COOPERATE")


def kind(event: Event) -> str:
    """Name the happening: missile strike."""
    known = kinds().get(event.kind)
    return known.label if known else event.kind.replace("-", " ")


def place(where: Place) -> str:
    """Name the place, its country, and the area where it is not one spot."""
    name = on_one_line(where.name)
    country = _country(where)
    if country and country not in name:
        name = f"{name}, {country}"
    area = _AREAS.get(where.precision)
    told = _AREA_WORDS.intersection(where.name.lower().split())
    return f"{name} ({area})" if area and not told else name


def _country(where: Place) -> str | None:
    if where.country is None or where.precision == "sea":
        return None
    known = country_of(where.country)
    return known.name if known else where.country


def parties(event: Event) -> str:
    """Say who did it to whom, as far as the report tells."""
    actors, targets = _names(event.actors), _names(event.targets)
    if not targets:
        return actors
    if event.type in _MUTUAL and actors:
        return f"{actors} with {targets}"
    return f"{actors or 'nobody named'} → {targets}"


def weapon(event: Event) -> str:
    """Name the weapon, unless the kind says it already."""
    coded = event.weapon or ""
    name = _WEAPONS.get(coded, coded.replace("-", " "))
    return "" if not name or name in kind(event) else name


def doubt(event: Event, record: Record) -> str:
    """Say why it may not have happened; empty where it is told as a fact nobody denies."""
    deniers = listed(
        claim.speaker
        for claim in record.claims
        if claim.stance == "denies" and event.id in claim.events
    )
    if event.factuality == "occurred":
        return f"disputed by {deniers}" if deniers else ""
    if event.factuality == "denied":
        return f"denied by {deniers or listed(event.attribution) or 'the report'}"
    return _unreal(event)


def _unreal(event: Event) -> str:
    if event.factuality == "planned":
        return "planned, not yet done"
    words = (q.quote for b in event.basis if b.field == "factuality" for q in b.quotes)
    condition = next((q for q in words if q.lower().startswith(("if ", "unless "))), None)
    return f"threatened, {on_one_line(condition)}" if condition else "threatened, if …"


def stance(claim: Claim) -> str:
    """Say how firmly: says, denies, warns."""
    return _STANCES.get(claim.stance, claim.stance)


def _names(group: Sequence[Party]) -> str:
    return ", ".join(on_one_line(party.name) for party in group)
