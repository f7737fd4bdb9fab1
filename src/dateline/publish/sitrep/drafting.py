"""Draft a situation report: from incidents to sentences, tables and pictures."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dateline.publish.privacy import withheld
from dateline.publish.prose import on_one_line
from dateline.publish.sitrep.contents import Group, Item, Material, Scope, Sitrep
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.items import item
from dateline.publish.sitrep.map import map_note, map_pictures
from dateline.publish.sitrep.method import METHOD, foot
from dateline.publish.sitrep.parts import parts
from dateline.publish.sitrep.points import key_points
from dateline.publish.sitrep.scope import about, area, span, summary
from dateline.publish.sitrep.shelf import shelve
from dateline.publish.sitrep.sorting import Sorted, by_time, sort
from dateline.publish.sitrep.tables import by_day, places, totals
from dateline.publish.sitrep.timeline import timeline_picture
from dateline.publish.sitrep.wordings import proper_names
from dateline.records import Incident


def draft(material: Material, scope: Scope) -> Sitrep:
    """Draft the report; the same material gives the same words."""
    known = sort(material.incidents)
    ordered, frame = _framed(material, known, scope)
    maps = map_pictures(ordered, frame)
    where, when = area(scope, known.counted), span(scope, known.counted)
    return Sitrep(
        title=on_one_line(scope.title or f"Situation report: {where}"),
        area=where,
        days=when,
        about=about(scope, frame.shelf),
        summary=summary(where, when, known.counted),
        key_points=key_points(ordered, frame),
        totals=totals(known.counted),
        maps=maps,
        map_note=map_note(ordered),
        places=places(ordered, frame),
        timeline=timeline_picture(ordered, scope, legend=len(maps) != 1),
        by_day=by_day(ordered, frame),
        groups=_groups([item(incident, frame) for incident in ordered], scope),
        parts=parts(known, sorted(material.loose, key=by_time), frame),
        sources=frame.shelf.sources(),
        method=METHOD,
        foot=foot(frame.shelf),
    )


def _framed(material: Material, known: Sorted, scope: Scope) -> tuple[list[Incident], Frame]:
    """Order the incidents that count as they are listed, and give them their numbers."""
    everything = (*material.incidents, *material.loose)
    plain = Frame(
        shelf=shelve(everything),
        names=proper_names(everything),
        numbers={},
        events={ref: incident.id for incident in known.counted for ref in incident.events},
        hidden={incident.id: withheld(incident) for incident in everything},
    )
    ordered = _ordered(known.counted, plain, scope)
    numbers = {incident.id: number for number, incident in enumerate(ordered, start=1)}
    return ordered, replace(plain, numbers=numbers)


def _ordered(incidents: Sequence[Incident], frame: Frame, scope: Scope) -> list[Incident]:
    """Put incidents in the order in which they are listed and numbered."""
    if scope.by == "place":
        return sorted(incidents, key=lambda i: (frame.where(i) or "\uffff", by_time(i)))
    return sorted(incidents, key=by_time)


def _groups(items: Sequence[Item], scope: Scope) -> tuple[Group, ...]:
    def heading(one: Item) -> str:
        if scope.by == "place":
            return one.where or "Place not told"
        return one.when[:1].upper() + one.when[1:]

    return tuple(Group(title=name, items=tuple(g)) for name, g in groupby(items, key=heading))
