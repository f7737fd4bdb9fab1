"""Incident templates out of deeds: one of each type, with the phrases that fill its slots."""

from collections.abc import Iterable

from benchmarks.quality.candidates import Candidate, Candidates
from benchmarks.quality.corpus import Row
from benchmarks.quality.deed_words import load_deeds
from benchmarks.quality.deeds import HARM, Deed, find_deeds, find_threats
from benchmarks.quality.phrases import Phrases
from benchmarks.quality.points import load_points
from benchmarks.quality.slots import Slots
from benchmarks.quality.splitting import split
from benchmarks.quality.template_settings import day_of, is_old, place_of
from benchmarks.quality.worth import are_news, signs_of
from dateline.extract.factuality import find_factuality
from dateline.extract.reading import Reading

_TYPES = {
    "armed-attack": "attack",
    "execution": "attack",
    "mob-violence": "attack",
    "bombing": "bombing",
    "suicide-bombing": "bombing",
    "abduction": "kidnapping",
    "looting-or-destruction": "arson",
}
_HOSTS = ("bombing", "attack")  # what harm belongs to, where no deed is told with it
_THREAT = "threat"
_ROLES = ("PerpInd", "PerpOrg", "PerpForce", "Target", "Victim", "Described", "Weapon")

Groups = dict[str, list[Deed]]
Incidents = dict[tuple[str, int], list[Deed]]


def templates_of(reading: Reading, place: str | None) -> Row:
    """Fill the templates of one dispatch that was sent from a place."""
    phrases = Phrases(reading)
    incidents = _incidents(reading, phrases)
    chosen = _choose(reading, phrases, incidents)
    found = [
        {
            "type": "attack" if name == _THREAT else name,
            "stage": "threatened" if name == _THREAT else "accomplished",
            "date": day_of(reading, deeds),
            "location": place_of(reading, deeds, place),
            **Slots(reading, phrases, name, deeds, chosen[name, number]).fill(),
        }
        for (name, number), deeds in incidents.items()
    ]
    found = [one for one in found if _tells_of_somebody(one)]
    return {"incidents": found, "roles": _roles(found), "roles_full": _roles(found, full=True)}


def _tells_of_somebody(found: Row) -> bool:
    """Tell whether a template names whom or what was hit, or a doer with his band or means."""
    doer = found["perp_individuals"] and (found["perp_orgs"] or found["instruments"])
    return bool(found["hum_targets"] or found["phys_targets"] or doer)


def _news(reading: Reading, phrases: Phrases, threats: list[Deed]) -> Groups:
    """Group the deeds by type, and keep the types that are the report's news."""
    groups: Groups = {}
    threatened = {deed.trigger.head for deed in threats}
    for deed in find_deeds(reading, frozenset(_TYPES)):
        name = _type_of(reading, deed)
        if deed.trigger.head not in threatened and _counts(reading, phrases, deed):
            groups.setdefault(name, []).append(deed)
    _host(reading, groups)
    return {
        name: deeds
        for name, deeds in groups.items()
        if are_news(signs_of(reading, phrases, name, groups))
    }


def _incidents(reading: Reading, phrases: Phrases) -> Incidents:
    """Part the deeds of each type into incidents, with what is only threatened as one more."""
    threats = [deed for deed in find_threats(reading) if deed.people]
    out = {
        (name, number): part
        for name, deeds in _news(reading, phrases, threats).items()
        for number, part in enumerate(split(reading, phrases, deeds))
    }
    return out | ({(_THREAT, 0): threats} if threats else {})


def _choose(
    reading: Reading, phrases: Phrases, groups: Incidents
) -> dict[tuple[str, int], list[Candidate]]:
    """Choose the phrases that fill roles, and give each to the deeds it stands nearest to."""
    out: dict[tuple[str, int], list[Candidate]] = {name: [] for name in groups}
    if not groups:
        return out
    types = {name for name, _ in groups}
    every = Candidates(reading, phrases, [deed for deeds in groups.values() for deed in deeds])
    for role in _ROLES:
        table = load_points()[role]
        found = [one for one in every.of(role) if table.takes((*one.signs, *types))]
        sole = role.startswith("Perp") and len(found) == 1
        for one in found:
            for name in groups if sole else _nearest(reading, one, groups):
                out[name].append(one)
    return out


def _nearest(reading: Reading, one: Candidate, groups: Incidents) -> list[tuple[str, int]]:
    """Choose the incidents of a phrase: those in whose grammar it is, else what is told nearest."""
    gaps = {
        name: min(_gap(reading, token, deed) for token in one.tokens for deed in deeds)
        for name, deeds in groups.items()
    }
    if one.role == "Weapon" and "explosive" in one.signs:
        gaps = {name: gap for name, gap in gaps.items() if name[0] == "bombing"} or gaps
    least = min(gaps.values())
    if one.role.startswith("Perp"):
        return [name for name, gap in gaps.items() if gap <= max(least, 0)]
    best = [name for name, gap in gaps.items() if gap == least]
    if least < 0:
        return best
    heads = {name: [deed.trigger.head for deed in groups[name]] for name in best}
    return [min(best, key=lambda name: _between(one.tokens, heads[name]))]


def _between(tokens: list[int], others: list[int]) -> int:
    """Count the tokens between the nearest two of two lists."""
    return min(abs(token - other) for token in tokens for other in others)


def _gap(reading: Reading, token: int, deed: Deed) -> int:
    """Count the sentences between; a phrase in the grammar of a deed is nearest of all."""
    if token in (*deed.people, *deed.things, *deed.doers, *deed.means):
        return -1
    sents = reading.parse.sent_of
    return abs(sents[token] - sents[deed.trigger.head])


def _type_of(reading: Reading, deed: Deed) -> str:
    if deed.trigger.rule == HARM:
        return ""
    name, lemma = _TYPES[deed.trigger.kind], reading.parse.lemmas[deed.trigger.head]
    if name == "bombing" and _is_from_afar(reading, deed):
        return "attack"
    if name != "arson":
        return name
    return (
        "arson" if lemma in load_deeds().burns else "robbery" if lemma in load_deeds().robs else ""
    )


def _is_from_afar(reading: Reading, deed: Deed) -> bool:
    """Tell whether aircraft or guns did it: shelling is an attack, a planted bomb is a bombing."""
    first, end = reading.sentence(deed.trigger.head)
    return not load_deeds().shelling.isdisjoint(reading.parse.lemmas[first:end])


def _counts(reading: Reading, phrases: Phrases, deed: Deed) -> bool:
    """Leave out what befalls rebels only, what is not told as fact, and what is long past."""
    if find_factuality(reading, deed.trigger) != "occurred" or is_old(reading, deed):
        return False
    roles = [phrases.role_of(t) for t in deed.people if phrases.name(t) is None]
    return bool(deed.things or not roles or any(role != "REB" for role in roles))


def _host(reading: Reading, groups: Groups) -> None:
    """Give harm to the deed it came of, and attacks that hit nobody to a bombing told near them."""
    loose = groups.pop("", [])
    hosts = {name: tuple(groups[name]) for name in _HOSTS if name in groups}
    for deed in loose:
        if hosts:
            groups[min(hosts, key=lambda name: _apart(reading, [deed], hosts[name]))].append(deed)
        elif any(one.people for one in loose):
            groups.setdefault("attack", []).append(deed)
    attacks, bombings = groups.get("attack", []), groups.get("bombing", [])
    if not attacks or not bombings or any(deed.people for deed in attacks):
        return
    if _apart(reading, attacks, bombings) <= 1:
        groups["bombing"] += groups.pop("attack")


def _apart(reading: Reading, some: Iterable[Deed], others: Iterable[Deed]) -> int:
    """Count the sentences between the deeds of two lists that are told nearest to each other."""
    sents = reading.parse.sent_of
    lines = [sents[deed.trigger.head] for deed in others]
    return min(abs(sents[deed.trigger.head] - line) for deed in some for line in lines)


def _roles(found: Iterable[Row], *, full: bool = False) -> Row:
    out: Row = {name: [] for name in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    for one in found:
        out["PerpInd"] += [one_[:1] for one_ in one["perp_individuals"]]
        out["PerpOrg"] += [one_[:1] for one_ in one["perp_orgs"]]
        out["Weapon"] += [one_[:1] for one_ in one["instruments"]]
        out["Target"] += [target["strings"][:1] for target in one["phys_targets"]]
        for human in one["hum_targets"]:
            names = [*human.get("names", ())[:1], *(human.get("descriptions", ()) if full else ())]
            out["Victim"] += [names] if names else []
    return {name: list({tuple(e): e for e in entities}.values()) for name, entities in out.items()}
