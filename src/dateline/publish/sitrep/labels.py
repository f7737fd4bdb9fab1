"""Names on a map: each where there is room for it, the most important first."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.publish.sitrep.geometry import Edges, Point
from dateline.publish.sitrep.svg import words

_LETTER, _CAPITAL = 0.58, 0.75  # mean width of a letter, in sizes of the type
_GAPS = (2.5, 14.0, 28.0)  # points between a place and its name, the nearest first
_HALO = "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How names of one sort are written."""

    size: float
    colour: str
    weight: str = "normal"
    slant: str = "normal"
    spacing: float = 0.0
    air: float = 0.0  # free room around it


@dataclass(slots=True)
class Labels:
    """The names placed so far, and the boxes where nothing more can stand."""

    frame: Edges
    taken: list[Edges] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    def keep_free(self, box: Edges) -> None:
        """Let no name stand in a box."""
        self.taken.append(box)

    def beside(self, said: str, around: Edges, style: Style, *, must: bool = False) -> bool:
        """Write a name right, left, above or below a box; ``must`` writes it even without room."""
        wide = _width(said, style)
        spots = [spot for gap in _GAPS for spot in _spots(around, style.size, gap)]
        for x, base, anchor in spots if must else spots[:4]:
            if self._fits(_box(x, base, wide, style.size, anchor)):
                self._write(said, (x, base), anchor, style)
                return True
        if must:
            self._write(said, spots[0][:2], "start", style)
        return must

    def on(self, said: str, at: Point, style: Style) -> bool:
        """Write a name across a point, where there is room, and more where it wants some."""
        base = at[1] + style.size * 0.35
        left, top, right, bottom = _box(at[0], base, _width(said, style), style.size, "middle")
        air = style.air
        if not self._fits((left - air, top - air, right + air, bottom + air)):
            return False
        self._write(said, (at[0], base), "middle", style)
        return True

    def _fits(self, box: Edges) -> bool:
        left, top, right, bottom = self.frame
        within = box[0] >= left + 3 and box[2] <= right - 3 and box[1] >= top and box[3] <= bottom
        return within and not any(_meet(box, other) for other in self.taken)

    def _write(self, said: str, at: Point, anchor: str, style: Style) -> None:
        self.taken.append(_box(*at, _width(said, style), style.size, anchor))
        self.drawn.append(
            words(
                said,
                *at,
                font_size=style.size,
                font_weight=style.weight,
                font_style=style.slant,
                letter_spacing=style.spacing,
                text_anchor=anchor,
                fill=style.colour,
                stroke=_HALO,
                stroke_width=2.4,
                stroke_linejoin="round",
                paint_order="stroke",
            )
        )


def _spots(around: Edges, size: float, gap: float) -> Iterator[tuple[float, float, str]]:
    """Yield where a name may begin beside a box: right, left, above, below, at the corners."""
    left, top, right, bottom = around
    x, y, low = (left + right) / 2, (top + bottom) / 2, size * 0.35
    yield right + gap, y + low, "start"
    yield left - gap, y + low, "end"
    yield x, top - gap, "middle"
    yield x, bottom + gap + size * 0.8, "middle"
    yield right + gap, top + low, "start"
    yield right + gap, bottom + low, "start"
    yield left - gap, top + low, "end"
    yield left - gap, bottom + low, "end"


def _width(said: str, style: Style) -> float:
    letter = _CAPITAL if said.isupper() else _LETTER
    return len(said) * (style.size * letter + style.spacing)


def _box(x: float, base: float, wide: float, size: float, anchor: str) -> Edges:
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    return left, base - size * 0.8, left + wide, base + size * 0.25


def _meet(one: Edges, two: Edges) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
