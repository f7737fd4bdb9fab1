"""Seven families of kinds, each with a colour and a shape that the map and the timeline share."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from dateline.errors import UnknownNameError
from dateline.knowledge.ontology import kinds


class Kinded(Protocol):
    """Whatever has a type and a kind: an event, an incident, a row of a list."""

    @property
    def type(self) -> str:
        """One of the sixteen types."""

    @property
    def kind(self) -> str:
        """The finer code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Kinds that look alike on the map; ``colour`` is told apart by the colour-blind."""

    name: str
    label: str
    colour: str
    shape: str


# The colours are Okabe and Ito's, the lighter ones darkened until they stand out from white.
AIR = Family(name="air", label="Air, drone and missile strikes", colour="#0072b2", shape="triangle")
FIRE = Family(name="fire", label="Shelling", colour="#d55e00", shape="square")
BLAST = Family(name="blast", label="Bombings", colour="#b07800", shape="star")
CLASH = Family(name="clash", label="Clashes and armed attacks", colour="#a8487f", shape="diamond")
COERCION = Family(name="coercion", label="Coercion and moves", colour="#00795a", shape="hexagon")
PROTEST = Family(name="protest", label="Protests", colour="#2f8fc4", shape="wedge")
DIPLOMACY = Family(name="diplomacy", label="Talks and aid", colour="#5f6672", shape="circle")
FAMILIES = (AIR, FIRE, BLAST, CLASH, COERCION, PROTEST, DIPLOMACY)

_BY_KIND = {
    **dict.fromkeys(
        ("airstrike", "drone-strike", "missile-strike", "combined-strike", "interception"), AIR
    ),
    **dict.fromkeys(("shelling", "chemical-attack"), FIRE),
    **dict.fromkeys(("bombing", "suicide-bombing"), BLAST),
    "withdrawal": COERCION,
}
_BY_TYPE = {
    "ASSAULT": CLASH,
    "COERCE": COERCION,
    "MOBILIZE": COERCION,
    "SANCTION": COERCION,
    "PROTEST": PROTEST,
}
_SPOKEN = frozenset(("ACCUSE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))


def family_of(coded: Kinded) -> Family:
    """Find the family of a kind, or of its type."""
    return _BY_KIND.get(coded.kind) or _BY_TYPE.get(coded.type, DIPLOMACY)


def kinds_of(families: Iterable[str]) -> tuple[str, ...]:
    """List the kinds of some families, sorted."""
    wanted = set(families)
    known = tuple(family.name for family in FAMILIES)
    if unknown := sorted(wanted.difference(known)):
        message = f"Unknown family {unknown[0]!r}; known are: {', '.join(known)}"
        raise UnknownNameError(message, name=unknown[0], known=known)
    return tuple(name for name, kind in kinds().items() if _family(name, kind.type) in wanted)


def _family(kind: str, type_: str) -> str:
    return (_BY_KIND.get(kind) or _BY_TYPE.get(type_, DIPLOMACY)).name


def is_spoken(incident: Kinded) -> bool:
    """Tell whether it is words alone: these are listed but not counted as incidents."""
    return incident.type in _SPOKEN
