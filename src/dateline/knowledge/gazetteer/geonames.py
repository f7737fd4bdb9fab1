"""GeoNames' own files (19 columns, no header): the depth that the shipped file lacks."""

import zipfile
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge.gazetteer.countries import alpha3_of
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.spelling import usable

_COLUMNS = 19
_UNITS = {"ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin2", "ADM4": "admin2"}
_WATERS = {"BAY", "CHN", "CHNM", "GULF", "OCN", "SD", "SEA", "STRT", "RF", "SHOL"}
_AREAS = {"A": "region", "H": "river", "L": "region", "R": "road", "S": "site", "T": "landform"}


def read_geonames(path: Path) -> Iterator[Entry]:
    """Stream the places of a dump, plain text or zipped; other columns are passed over."""
    for number, line in enumerate(_lines(path), 1):
        cells = line.rstrip("\n").split("\t")
        if len(cells) != _COLUMNS:
            message = f"{path.name}, line {number}: {len(cells)} columns, GeoNames has {_COLUMNS}"
            raise KnowledgeError(message, path=str(path), line=number)
        entry = _entry(cells)
        if entry is not None:
            yield entry


def _lines(path: Path) -> Iterator[str]:
    if path.suffix != ".zip":
        with path.open(encoding="utf-8") as stream:
            yield from stream
        return
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if n.endswith(".txt") and n != "readme.txt"]
        for name in sorted(names):
            with archive.open(name) as raw:
                yield from TextIOWrapper(raw, encoding="utf-8")


def _entry(cells: list[str]) -> Entry | None:
    geonameid, name, ascii_name, alternates, lat, lon, group, code, country = cells[:9]
    kind, precision = _kind(group, code)
    if kind is None:
        return None
    names = [n for n in (ascii_name, *alternates.split(",")) if n != name and usable(n)]
    return Entry(
        id=int(geonameid),
        name=name,
        kind=kind,
        precision=precision,
        lat=float(lat),
        lon=float(lon),
        country=alpha3_of(country),
        admin1=cells[10],
        population=int(cells[14] or 0),
        names=tuple(dict.fromkeys(names)),
    )


def _kind(group: str, code: str) -> tuple[str | None, str]:
    if group == "P":
        return ("settlement", "site" if code == "PPLX" else "settlement")
    if code in _UNITS:
        return (_UNITS[code], _UNITS[code])
    if code in _WATERS:
        return ("sea", "sea")
    if group == "A" or group not in _AREAS:  # countries and their like are written by hand
        return (None, "")
    return (_AREAS[group], "site" if group in "RST" else "region")
