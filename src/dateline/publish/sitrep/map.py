"""The maps: incidents over the outlines of countries, exact ones as marks, others as soft areas."""

from collections.abc import Iterator, Sequence

from dateline.knowledge.families import DIPLOMACY, FAMILIES, Family, family_of
from dateline.publish.sitrep import ground
from dateline.publish.sitrep.clusters import (
    Area,
    Cluster,
    areas,
    clusters,
    spots,
)
from dateline.publish.sitrep.contents import Picture
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.inset import corner, inset
from dateline.publish.sitrep.labels import Labels, Style
from dateline.publish.sitrep.legend import map_legend, scale_bar
from dateline.publish.sitrep.marks import mark
from dateline.publish.sitrep.packing import MARKS
from dateline.publish.sitrep.sorting import is_placed
from dateline.publish.sitrep.svg import element, picture
from dateline.publish.sitrep.theatres import MOST, theatres
from dateline.publish.sitrep.window import Window, around
from dateline.publish.sitrep.wordings import many
from dateline.records import Incident

WIDTH, HEIGHT = 720, 350
_PLACE = Style(size=11, colour="#1c1f23", weight="bold")
_AREA = Style(size=10.5, colour="#1c1f23", slant="italic")


def map_pictures(incidents: Sequence[Incident], frame: Frame) -> tuple[Picture, ...]:
    """Draw a map of each theatre; the first one carries the legend for all."""
    found = theatres(incidents)[:MOST]
    return tuple(
        _picture(group, frame, number=number, legend_of=incidents if number == 1 else ())
        for number, group in enumerate(found, start=1)
    )


def map_note(incidents: Sequence[Incident]) -> str:
    """Say how to read the maps, and what is not on them."""
    shown = sum(len(group) for group in theatres(incidents)[:MOST])
    unplaced = sum(1 for incident in incidents if not is_placed(incident))
    far = len(incidents) - shown - unplaced
    words = f"{many(unplaced, 'incident')} without a place not shown. " if unplaced else ""
    words += f"{many(far, 'incident')} elsewhere not shown. " if far else ""
    return words + _NOTE


def _picture(
    incidents: Sequence[Incident],
    frame: Frame,
    *,
    number: int,
    legend_of: Sequence[Incident],
) -> Picture:
    window = around(spots(incidents), WIDTH, HEIGHT)
    vague, exact = areas(incidents, window, frame), clusters(incidents, window, frame)
    legend, high = map_legend(legend_of, WIDTH, HEIGHT + 12) if legend_of else ("", 0)
    alt = _alt(vague, exact)
    drawn = picture(
        *_defs(number),
        element("g", *_layers(window, vague, exact, number), clip_path=f"url(#map-{number})"),
        element(
            "path", d=f"M.5 .5H{WIDTH - 0.5}V{HEIGHT - 0.5}H.5Z", fill="none", stroke="#c3c8cd"
        ),
        legend,
        width=WIDTH,
        height=HEIGHT + high,
        label=alt,
    )
    words = f"Map {number}: {frame.countries(incidents)}, {many(len(incidents), 'incident')}."
    return Picture(svg=drawn, alt=alt, caption=words, width=WIDTH, height=HEIGHT + high)


def _layers(
    window: Window, vague: Sequence[Area], exact: Sequence[Cluster], number: int
) -> Iterator[str]:
    """Draw the ground, the areas, the names around what must stay free, and the marks."""
    yield from ground.ground(window)
    yield from (_area(area, number) for area in vague)
    points = [cluster.at for cluster in exact] + [area.at for area in vague]
    extras = [scale_bar(window), *inset(window, corner(window, points), key=f"inset-{number}")]
    labels = Labels(frame=window.frame)
    for box in (*(cluster.extent for cluster in exact), *(extra.box for extra in extras)):
        labels.keep_free(box)
    _name_incidents(labels, vague, exact)
    ground.name(window, labels)
    yield from labels.drawn
    yield from (drawn for cluster in exact for drawn in _marks(cluster))
    yield from (extra.svg for extra in extras)


def _name_incidents(labels: Labels, vague: Sequence[Area], exact: Sequence[Cluster]) -> None:
    for cluster in exact:
        labels.beside(_named(cluster), cluster.extent, _PLACE, must=True)
    for area in vague:
        said = f"{area.name}: {many(len(area.incidents), 'incident')}"
        if not labels.on(said, area.at, _AREA):
            x, y, far = *area.at, area.radius * 0.7
            labels.beside(said, (x - far, y - far, x + far, y + far), _AREA, must=True)


def _named(cluster: Cluster) -> str:
    first, *others = cluster.names
    said = first if not others else f"{first} and {many(len(others), 'place')} near"
    if len(others) == 1:
        said = f"{first}, {others[0]}"
    more = len(cluster.incidents) - MARKS
    return f"{said} (+{more:,})" if more > 0 else said


def _marks(cluster: Cluster) -> Iterator[str]:
    for one in cluster.marks:
        yield mark(family_of(one.incident), one.incident.grade.grade, one.at, one.radius)


def _area(area: Area, number: int) -> str:
    families = {family_of(incident).name: family_of(incident) for incident in area.incidents}
    family = next(iter(families.values())) if len(families) == 1 else DIPLOMACY
    fill = f"url(#soft-{number}-{family.name})"
    return element("circle", cx=area.at[0], cy=area.at[1], r=max(area.radius, 14), fill=fill)


def _defs(number: int) -> Iterator[str]:
    """Define the frame and the soft edges, by names that no other drawing of the page has."""
    rect = element("rect", x=0, y=0, width=WIDTH, height=HEIGHT)
    soft = (_soft(family, number) for family in FAMILIES)
    yield element("defs", element("clipPath", rect, id=f"map-{number}"), *soft)


def _soft(family: Family, number: int) -> str:
    stops = ((0, 0.34), (0.6, 0.26), (1, 0.0))
    return element(
        "radialGradient",
        *(
            element("stop", offset=f"{at:g}", stop_color=family.colour, stop_opacity=f"{how:g}")
            for at, how in stops
        ),
        id=f"soft-{number}-{family.name}",
    )


def _alt(vague: Sequence[Area], exact: Sequence[Cluster]) -> str:
    told = [f"{_named(c)}: {many(len(c.incidents), 'incident')}" for c in exact]
    told += [f"{a.name} (area): {many(len(a.incidents), 'incident')}" for a in vague]
    return f"Map of {'; '.join(told)}."


_NOTE = (
    "A mark is one incident; marks of one town stand around it. Soft areas: only the district, "
    "province or country is known. Borders and names imply no view on the status of any "
    "territory; dashed borders are not agreed. Outlines: Natural Earth; towns: GeoNames. The same "
    "as a table near the end."
)
