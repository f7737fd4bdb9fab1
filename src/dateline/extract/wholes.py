"""Wholes and parts: a wider event of the report that sums up others."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.mentions import ActorMention, PlaceMention
from dateline.extract.reading import Reading
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.records import Event, Place

_SEVERAL = 2


def common_ground(
    reading: Reading, place: PlaceMention | None, targets: Sequence[ActorMention]
) -> PlaceMention | None:
    """Widen the place of a happening that hit several places to the country they share."""
    heads = {target.head for target in targets}
    hit = {p.place.name: p.place.country for p in reading.grounds if p.head in heads}
    countries = set(hit.values())
    if place is None or len(hit) < _SEVERAL or len(countries) > 1:
        return place
    country = open_gazetteer().country_entry(countries.pop() or "")
    if country is None:
        return place
    wide = Place(
        name=country.name,
        country=country.country,
        lat=country.lat,
        lon=country.lon,
        precision="country",
    )
    return replace(place, place=wide, rule="place/shared-country")


def find_wholes(events: list[Event]) -> list[Event]:
    """Set ``part_of`` where an earlier event of the report covers several places of a later one."""
    out: list[Event] = []
    for event in events:
        whole = next((w for w in out if _covers(w, event)), None)
        out.append(_part(event, whole) if whole else event)
    return out


def _part(event: Event, whole: Event) -> Event:
    """Give a part the doer of its whole, where it names none itself: the codebook's rule."""
    if event.actors:
        return replace(event, part_of=whole.id)
    told = tuple(basis for basis in whole.basis if basis.field == "actors")
    return replace(event, part_of=whole.id, actors=whole.actors, basis=(*event.basis, *told))


def _covers(whole: Event, part: Event) -> bool:
    if whole.part_of or whole.type != part.type or part.background != whole.background:
        return False
    if part.place is None or whole.date.start is None or whole.date != part.date:
        return False
    names = {target.name for target in whole.targets}
    wide = len(names) >= _SEVERAL or whole.kind == "combined-strike"
    return wide and part.place.name in names and not _same_spot(whole.place, part.place)


def _same_spot(one: Place | None, other: Place | None) -> bool:
    """Tell whether two places are one: a district of a town has the point of the town."""
    if one is None or other is None:
        return False
    return one.name == other.name or (one.lat, one.lon) == (other.lat, other.lon)
