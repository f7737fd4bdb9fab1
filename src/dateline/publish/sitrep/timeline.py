"""The timeline: incidents day by day, and below it those whose days are not exact, as soft bars."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from dateline.knowledge.families import FAMILIES, family_of
from dateline.publish import days
from dateline.publish.sitrep.contents import Picture, Scope
from dateline.publish.sitrep.geometry import Point
from dateline.publish.sitrep.legend import family_legend
from dateline.publish.sitrep.scale import LEFT, WIDTH, Scale, is_exact, scale_of
from dateline.publish.sitrep.svg import element, picture, words
from dateline.publish.sitrep.wordings import many
from dateline.records import Incident

_TOP, _HIGH = 14.0, 110.0
_UNIT = 15.0  # height of one incident, where there is room
_LANE = 11.0
_LANES = 8  # bars drawn; a line of words counts the others
_INK = "#333333"


def timeline_picture(
    incidents: Sequence[Incident], scope: Scope, *, legend: bool
) -> Picture | None:
    """Draw the timeline, with a legend where no map above it has one; None without a day."""
    dated = [i for i in incidents if i.date.start and i.date.end]
    if not dated:
        return None
    scale = scale_of(dated, scope)
    vague = [i for i in dated if not is_exact(i)]
    stacks = _stacks([i for i in dated if is_exact(i)], scale)
    base = _TOP + min(_HIGH, _UNIT * max(1, *map(len, stacks)))
    below = base + 22 + _LANE * min(len(vague), _LANES + 1)
    key, high = family_legend(dated, WIDTH, below) if legend else ("", 0)
    drawn = picture(
        *_defs(),
        *_columns(stacks, scale, base),
        *_axis(scale, base),
        *_bars(vague, scale, base + 22),
        key,
        width=WIDTH,
        height=int(below + high),
        label=_alt(dated),
    )
    caption = _caption(scale, len(vague), len(incidents) - len(dated))
    return Picture(
        svg=drawn, alt=_alt(dated), caption=caption, width=WIDTH, height=int(below + high)
    )


def _stacks(incidents: Sequence[Incident], scale: Scale) -> list[list[Incident]]:
    """Gather incidents by column; one of two days stands on the first."""
    starts = scale.starts
    stacks: list[list[Incident]] = [[] for _ in starts]
    for incident in incidents:
        day = max(incident.date.start or scale.first, scale.first)
        stacks[sum(1 for start in starts if start <= day) - 1].append(incident)
    return stacks


def _columns(stacks: Sequence[Sequence[Incident]], scale: Scale, base: float) -> Iterator[str]:
    """Stack the incidents of each column by family."""
    starts = scale.starts
    unit = min(_UNIT, _HIGH / max(1, *map(len, stacks)))
    ends = [scale.x(start) for start in starts[1:]] + [float(WIDTH)]
    for start, end, stack in zip(starts, ends, stacks, strict=True):
        if stack:
            wide = min(end - scale.x(start) - 2, 34.0)
            yield from _stack(stack, ((scale.x(start) + end) / 2, base), wide, unit)


def _stack(stack: Sequence[Incident], foot: Point, wide: float, unit: float) -> Iterator[str]:
    middle, y = foot
    ranks = [family.name for family in FAMILIES]
    for incident in sorted(stack, key=lambda i: ranks.index(family_of(i).name)):
        y -= unit
        yield element(
            "rect",
            x=middle - wide / 2,
            y=y + 0.5,
            width=wide,
            height=max(unit - 1, 0.5),
            fill=family_of(incident).colour,
        )
    yield words(f"{len(stack):,}", middle, y - 3, text_anchor="middle", font_size=9.5, fill=_INK)


def _axis(scale: Scale, base: float) -> Iterator[str]:
    """Draw the line of days; names are left out where they would run into each other."""
    yield element("path", d=f"M{LEFT} {base}H{WIDTH}", stroke=_INK, stroke_width=1)
    free = 0.0
    for start, said in scale.ticks:
        x, long = scale.x(start), 5.3 * len(said)
        if x >= free and x + long <= WIDTH:
            yield element("path", d=f"M{x + 0.5:.1f} {base}v5", stroke=_INK)
            yield words(said, x + 3, base + 13, font_size=9.5, fill=_INK)
            free = x + long + 12


def _bars(incidents: Sequence[Incident], scale: Scale, y: float) -> Iterator[str]:
    """Draw days that are not exact as bars with soft ends, cut at the edges."""
    for incident in incidents[:_LANES]:
        start, end = incident.date.start, incident.date.end
        if start and end:
            left = max(scale.x(max(start, scale.first)), LEFT)
            right = min(scale.x(min(end, scale.last) + timedelta(days=1)), float(WIDTH))
            fill = f"url(#bar-{family_of(incident).name})"
            wide = max(right - left, 6.0)
            yield element("rect", x=left, y=y, width=wide, height=_LANE - 3, fill=fill)
        y += _LANE
    if len(incidents) > _LANES:
        said = f"and {len(incidents) - _LANES:,} more whose days are not exact"
        yield words(said, LEFT, y + 8, font_size=9.5, fill=_INK)


def _defs() -> Iterator[str]:
    stops = ((0, 0.0), (0.25, 0.75), (0.75, 0.75), (1, 0.0))
    yield element(
        "defs",
        *(
            element(
                "linearGradient",
                *(
                    element("stop", offset=f"{at:g}", stop_color=f.colour, stop_opacity=f"{how:g}")
                    for at, how in stops
                ),
                id=f"bar-{f.name}",
            )
            for f in FAMILIES
        ),
    )


def _alt(incidents: Sequence[Incident]) -> str:
    told: dict[str, int] = {}
    for incident in incidents:
        day = days.in_words(incident.date)
        told[day] = told.get(day, 0) + 1
    return f"Timeline of incidents: {'; '.join(f'{day}: {n}' for day, n in told.items())}."


def _caption(scale: Scale, vague: int, undated: int) -> str:
    step = {1: "day", 7: "week", None: "month"}[scale.step]
    said = f"Incidents by {step}; one told of two days stands on the first."
    if vague:
        said += " Bars with soft ends: the days are not exact."
    if undated:
        said += f" {many(undated, 'incident')} without a day not shown."
    return said
