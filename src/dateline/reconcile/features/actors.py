"""Who did it: parties with a name or a country and role in common, or others altogether."""

from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch

# Who speaks is what tells statements apart; who strikes is often named by one report only.
_OF_WORDS = frozenset(
    "ACCUSE AGREE CONCEDE CONSULT COOPERATE REJECT REQUEST SANCTION SUPPORT THREATEN AID".split()
)


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """Who did it: the same party, or others altogether."""
    if not left.actors or not right.actors:
        return None
    if _is_reversed(left, right) and _is_reversed(right, left):
        return Likeness(-3.0, "who acts in one is acted on in the other")
    said = left.type in _OF_WORDS and right.type in _OF_WORDS
    return _shared(left, right, said=said) or _others(left, right, said=said)


def _shared(left: Sketch, right: Sketch, *, said: bool) -> Likeness | None:
    for country, role, words in left.actors:
        for other_country, other_role, others in right.actors:
            if common := set(words) & set(others):
                name = " ".join(sorted(common))
                return Likeness(1.8 if said else 1.0, f"same party acts: {name}")
            if country and (country, role) == (other_country, other_role) and role != "UNK":
                return Likeness(0.8 if said else 0.7, f"same party acts: {country} {role}")
    return None


def _others(left: Sketch, right: Sketch, *, said: bool) -> Likeness:
    if said:
        return Likeness(-3.5, "other parties act")
    mine, theirs = _countries(left), _countries(right)
    if mine and theirs and not mine & theirs:
        return Likeness(-0.8, "parties of other countries act")
    return Likeness(-0.3, "other parties act")


def _is_reversed(left: Sketch, right: Sketch) -> bool:
    """Tell whether the country that acts in one, and not there alone, is acted on in the other."""
    acting = _countries(left)
    return bool(acting) and acting <= set(right.victims) and not acting & set(left.victims)


def _countries(sketch: Sketch) -> set[str]:
    return {country for country, _, _ in sketch.actors if country}


FEATURE = Feature(title="actors", measure=compare)
