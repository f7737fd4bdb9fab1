"""What no package of settlements knows: waters, landscapes, regions of war, landmarks."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dateline.knowledge.files import read_table
from dateline.knowledge.gazetteer.countries import cell_parts, demonym_forms, name_key

_TABLE = Path(__file__).parent / "regions.tsv"
_DISPUTED = Path(__file__).parent / "disputed.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place that is no settlement or unit of a package; ``radius`` in kilometres.

    The first of ``countries`` is the one to code; none means that it belongs to no country.
    """

    name: str
    kind: str
    precision: str
    lat: float
    lon: float
    radius: float
    countries: tuple[str, ...]
    variants: tuple[str, ...]
    demonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedArea:
    """An area and the country that Dateline codes for every place in it, and why."""

    name: str
    country: str
    units: tuple[str, ...]
    boxes: tuple[tuple[float, float, float, float], ...]
    reason: str


@cache
def regions() -> tuple[Region, ...]:
    """List the regions in the order of the file."""
    return tuple(_region(row) for row in read_table(_TABLE))


@cache
def disputed_areas() -> tuple[DisputedArea, ...]:
    """List the policy on disputed areas, in the order of the file."""
    return tuple(_area(row) for row in read_table(_DISPUTED))


@lru_cache(maxsize=32_768)
def demonym_region(word: str) -> Region | None:
    """Return the region of a people or adjective ("Chechens" -> Chechnya)."""
    return _demonyms().get(name_key(word))


def _region(row: list[str]) -> Region:
    name, kind, precision, lat, lon, radius, codes, variants, demonyms = row
    return Region(
        name=name,
        kind=kind,
        precision=precision,
        lat=float(lat),
        lon=float(lon),
        radius=float(radius),
        countries=cell_parts(codes),
        variants=cell_parts(variants),
        demonyms=demonym_forms(demonyms),
    )


def _area(row: list[str]) -> DisputedArea:
    name, country, units, boxes, reason = row
    return DisputedArea(
        name=name,
        country=country,
        units=cell_parts(units),
        boxes=tuple(_box(part) for part in cell_parts(boxes)),
        reason=reason,
    )


def _box(cell: str) -> tuple[float, float, float, float]:
    south, west, north, east = (float(n) for n in cell.split(","))
    return (south, west, north, east)


@cache
def _demonyms() -> dict[str, Region]:
    out: dict[str, Region] = {}
    for region in regions():
        for form in region.demonyms:
            out.setdefault(name_key(form), region)
    return out
