"""What the signs mean: families by shape, grades by fill, killed by size; and the scale."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from dateline.knowledge.families import DIPLOMACY, FAMILIES, Family, family_of
from dateline.publish.sitrep.inset import Drawn
from dateline.publish.sitrep.marks import mark
from dateline.publish.sitrep.packing import size
from dateline.publish.sitrep.svg import element, words
from dateline.publish.sitrep.window import Window
from dateline.publish.sitrep.wordings import GRADES
from dateline.records import Incident

_TEXT: Mapping[str, str | float] = {"font_size": 10.5, "fill": "#333333"}
Sign: TypeAlias = Callable[[float, float], str]
Entry: TypeAlias = tuple[str, float, Sign]  # words, half the width of the sign, the sign
_ROW, _INDENT, _HALF = 18.0, 46.0, 6.0
_LETTER = 5.7  # mean width at this size
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_KILLED = (0, 10, 50)
_EXACT = ("site", "settlement")


def map_legend(incidents: Sequence[Incident], width: float, top: float) -> tuple[str, int]:
    """Draw the legend below a map; also give the height it takes."""
    entries = [*_families(incidents)]
    rows = [("What", entries), ("Grade", [*_grades(incidents)]), ("Killed", [*_sizes()])]
    if any(i.place and i.place.precision not in _EXACT for i in incidents):
        rows[2][1].append(("place known only roughly", 10.0, _soft))
    drawn: list[str] = []
    y = top + 8
    for title, signs in rows:
        deeper = max(half for _, half, _ in signs) - _HALF
        more, y = _row(title, signs, width, y + deeper)
        drawn, y = drawn + more, y + deeper
    return element("g", *drawn), int(y - top + 4)


def family_legend(incidents: Sequence[Incident], width: float, top: float) -> tuple[str, int]:
    """Draw the families alone."""
    drawn, y = _row("What", [*_families(incidents)], width, top + 8)
    return element("g", *drawn), int(y - top + 4)


def scale_bar(window: Window) -> Drawn:
    """Draw a bar of a round number of kilometres, about a sixth of the map wide."""
    km = max((k for k in _STEPS if window.length(k) <= window.width / 6), default=_STEPS[0])
    x, y, long = window.frame[0] + 12, window.frame[3] - 12, window.length(km)
    line = element(
        "path", d=f"M{x} {y - 4:.1f}V{y}H{x + long:.1f}V{y - 4:.1f}", fill="none", stroke="#333333"
    )
    back = element(
        "rect", x=x - 5, y=y - 17, width=long + 10, height=22, fill="#ffffff", fill_opacity="0.75"
    )
    said = words(
        f"{km:,} km", x + long / 2, y - 6, text_anchor="middle", font_size=9.5, fill="#333333"
    )
    return Drawn(svg=back + line + said, box=(x - 5, y - 18, x + long + 6, y + 6))


def _row(title: str, signs: Sequence[Entry], width: float, y: float) -> tuple[list[str], float]:
    """Set signs with their words side by side; give where the next row begins."""
    drawn, x = [words(title, 0, y + 4, font_weight="bold", **_TEXT)], _INDENT
    for said, half, sign in signs:
        long = 2 * half + 6 + len(said) * _LETTER
        if x + long > width:
            x, y = _INDENT, y + _ROW
        drawn += [sign(x + half, y), words(said, x + 2 * half + 5, y + 4, **_TEXT)]
        x += long + 14
    return drawn, y + _ROW


def _families(incidents: Sequence[Incident]) -> Iterator[Entry]:
    present = {family_of(incident).name for incident in incidents}
    for family in FAMILIES:
        if family.name in present:
            yield family.label, _HALF, _sign(family, "confirmed")


def _grades(incidents: Sequence[Incident]) -> Iterator[Entry]:
    present = {incident.grade.grade for incident in incidents}
    for grade in GRADES:
        if grade in present:
            yield grade, _HALF, _sign(DIPLOMACY, grade)


def _sizes() -> Iterator[Entry]:
    for killed in _KILLED:
        said = "none or not told" if killed == 0 else str(killed)
        radius = size(killed)
        yield said, radius, _sign(DIPLOMACY, "fair", radius)


def _sign(family: Family, grade: str, radius: float = 5.0) -> Sign:
    return lambda x, y: mark(family, grade, (x, y), radius)


def _soft(x: float, y: float) -> str:
    """Draw an area without a gradient, which would need a name of its own on the page."""
    rings = ((10.0, 0.1), (8.0, 0.14), (5.5, 0.16))
    return "".join(
        element("circle", cx=x, cy=y, r=r, fill=DIPLOMACY.colour, fill_opacity=f"{how:g}")
        for r, how in rings
    )
