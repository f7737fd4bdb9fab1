"""Dispatches: fillers by role, slots of templates, types of incidents."""

from collections import Counter
from types import ModuleType

from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs

_ROLES = {
    "PerpInd": "who did it, people",
    "PerpOrg": "who did it, organisations",
    "Target": "things hit",
    "Victim": "people hit",
    "Weapon": "weapons",
}
_SLOTS = {
    "template": "the template itself",
    "perp_ind": "who did it, people",
    "perp_org": "who did it, organisations",
    "phys_tgt": "things hit",
    "phys_effect": "effect on things",
    "hum_tgt": "people hit",
    "hum_effect": "effect on people",
    "hum_number": "number of people",
}


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count what is missed and what is false; a slot half right counts half."""
    found: Found = Counter()
    slots: Found = Counter()
    for gold, answer in pairs:
        roles = scorer.ceaf_counts(gold["roles"], answer.get("roles", {}), scorer.phi_subset)
        for role, (right, told, wanted) in roles.items():
            found[f"filler: {_ROLES[role]}", "missed"] += round(wanted - right)
            found[f"filler: {_ROLES[role]}", "false"] += round(told - right)
        _count_types(found, scorer, gold, answer)
        counted, _ = scorer.template_counts(gold, answer.get("incidents", []))
        for slot, (points, told, wanted) in counted.items():
            slots[f"slot: {_SLOTS.get(slot, slot)}", "missed"] += round(2 * (wanted - points))
            slots[f"slot: {_SLOTS.get(slot, slot)}", "false"] += round(2 * (told - points))
    found.update({key: round(halves / 2) for key, halves in slots.items()})
    return +found


def _count_types(
    found: Found, scorer: ModuleType, gold: dict[str, object], answer: dict[str, object]
) -> None:
    key = str(gold["id"])
    scored = scorer.types({key: gold}, {key: answer})
    for name, one in scored.items():
        if name not in {"micro", "relevant document"}:
            right = round(one["P"] * one["pred"] / 100)
            found["type of incident", f"{name} missed"] += one["gold"] - right
            found["type of incident", f"{name} false"] += one["pred"] - right


ERRORS = ErrorClasses(count=count)
