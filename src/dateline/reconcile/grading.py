"""How well attested an incident is: confirmed, fair, weak, contested or discounted.

The words are Airwars', the rules ours: they follow from origins, denials and the parties' own
statements, and hold until an analyst signs another grade.
"""

from collections.abc import Iterator, Sequence

from dateline.reconcile.lineage import speaks_for
from dateline.reconcile.words import is_named, names
from dateline.records import Claim, Grade, Judgement, Lineage, Party, Telling

GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
_ARMED = frozenset(("military", "combatant"))
_ARMED_ROLES = frozenset(("MIL", "REB", "CRM", "POL", "SPY"))
_GROUPS = frozenset(("REB", "CRM"))  # there are many in a country, each with a name
_DEEDS = frozenset(("ASSAULT", "COERCE"))  # who gives a statement says so: it confirms nothing
_ENOUGH = 2  # independent origins


def grade(
    tellings: Sequence[Telling], lineages: Sequence[Lineage], judgements: Sequence[Judgement]
) -> Grade:
    """Compute the grade; the last one an analyst signed stands instead."""
    computed, reason = _computed(tellings, lineages)
    signed = [judgement for judgement in judgements if judgement.verdict == "grade"]
    if signed and signed[-1].value in GRADES:
        last = signed[-1]
        given = last.value or ""
        return Grade(grade=given, reason=last.reason, computed=computed, author=last.author)
    return Grade(grade=computed, reason=reason, computed=computed)


def _computed(tellings: Sequence[Telling], lineages: Sequence[Lineage]) -> tuple[str, str]:
    if words := next(_disputes(tellings, lineages), None):
        return "contested", words
    if words := next(_admissions(tellings), None):
        return "confirmed", words
    if _only_armed(tellings):
        return "discounted", "all who are said to have been killed or hurt bore arms"
    if len(lineages) >= _ENOUGH:
        return "fair", f"{len(lineages)} independent origins tell it and none disputes it"
    return "weak", "one origin alone tells it"


def _disputes(tellings: Sequence[Telling], lineages: Sequence[Lineage]) -> Iterator[str]:
    """Yield why an incident is contested: it is denied, or others are said to have done it."""
    for telling in tellings:
        if telling.event.factuality == "denied":
            yield f"{_voice(telling)} denies that it happened"
        for claim in telling.claims:
            if claim.stance == "denies":
                yield f"{claim.speaker} denies it"
    yield from _rivals(tellings, lineages)


def _rivals(tellings: Sequence[Telling], lineages: Sequence[Lineage]) -> Iterator[str]:
    """Yield parties that cannot both have done it, by those who say so."""
    origins = {report: lineage.origin for lineage in lineages for report in lineage.reports}
    named = [t for t in tellings if t.event.actors and _is_one_sided(t)]
    for telling in named:
        for other in named:
            if origins[telling.report.id] < origins[other.report.id] and _differ(telling, other):
                one, two = telling.event.actors[0].name, other.event.actors[0].name
                yield f"some say it was {one}, others {two}"


def _is_one_sided(telling: Telling) -> bool:
    return telling.event.type == "ASSAULT" and telling.event.kind != "armed-clash"


def _differ(left: Telling, right: Telling) -> bool:
    """Tell whether no actor of one may be an actor of the other."""
    return not any(
        _may_be_one(mine, theirs) for mine in left.event.actors for theirs in right.event.actors
    )


def _may_be_one(left: Party, right: Party) -> bool:
    """Tell whether two names may be of one party: a group by no name may be any."""
    if names(left.name) & names(right.name):
        return True
    if left.country and right.country and left.country != right.country:
        return False
    if {left.role, right.role} & _GROUPS:
        return not (is_named(left.name) and is_named(right.name))
    return left.role == right.role or "UNK" in (left.role, right.role)


def _admissions(tellings: Sequence[Telling]) -> Iterator[str]:
    """Yield why an incident is confirmed: who is said to have done it says so too."""
    for telling in tellings:
        if telling.event.factuality != "occurred" or telling.event.type not in _DEEDS:
            continue
        for party in telling.event.actors:
            publisher = telling.report.publisher
            if publisher and speaks_for(publisher, party.name):
                yield f"{publisher} says that its own side did it"
            for claim in telling.claims:
                if _claims_own(claim, party):
                    yield f"{claim.speaker} says that its own side did it"


def _claims_own(claim: Claim, party: Party) -> bool:
    return claim.stance in ("asserts", "confirms") and speaks_for(claim.speaker, party.name)


def _only_armed(tellings: Sequence[Telling]) -> bool:
    """Tell whether every count of victims, and every target, is of people who bear arms."""
    victims = [
        figure.population
        for telling in tellings
        for figure in telling.figures
        if figure.measure in ("killed", "injured", "casualties") and figure.of is None
    ]
    targets = [party.role for telling in tellings for party in telling.event.targets]
    return (
        bool(victims)
        and bool(targets)
        and _ARMED.issuperset(population or "people" for population in victims)
        and _ARMED_ROLES.issuperset(targets)
    )


def _voice(telling: Telling) -> str:
    given = telling.event.attribution or (telling.report.publisher,)
    return given[0] or telling.report.id
