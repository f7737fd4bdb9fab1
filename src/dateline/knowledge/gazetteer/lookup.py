"""Ask the gazetteer: which places bear a name, the likeliest first."""

import sqlite3
from difflib import SequenceMatcher
from functools import cache
from os import getpid
from pathlib import Path
from threading import local

from dateline.errors import MissingPartError
from dateline.knowledge.gazetteer.admin_words import split_admin
from dateline.knowledge.gazetteer.countries import country_named, country_of
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.folding import fold, skeleton, without_article
from dateline.knowledge.gazetteer.schema import DEGREE, unpack
from dateline.knowledge.gazetteer.sides import side_code

SHIPPED = Path(__file__).parent / "places.sqlite"
_SELECT = "SELECT id, name, kind, precision, lat, lon, country, admin1, population FROM place"
_ANSWERS = 200_000  # names kept in memory, some 100 MB at most
_ALIKE = 0.75  # "mahmudiya" and "al mahmudiyah"; below it namesakes by chance begin
_UNITS = ("admin1", "admin2", "region")
_BATCH = 100  # ids asked for at once
_THE = "the "


class Gazetteer:
    """A read-only file of places; each thread and process opens it for itself."""

    def __init__(self, path: Path) -> None:
        """Remember the file; it is opened at the first question."""
        if not path.is_file():
            message = (
                f"The gazetteer {path.name} is missing; docs/gazetteer.md says how to build it"
            )
            raise MissingPartError(message, path=str(path))
        self._path = path
        self._local = local()
        self._answers: dict[str, tuple[Entry, ...]] = {}
        self._entries: dict[int, Entry] = {}

    def __getstate__(self) -> dict[str, Path]:
        """Travel between processes as the path alone."""
        return {"path": self._path}

    def __setstate__(self, state: dict[str, Path]) -> None:
        """Open the same file anew."""
        self.__init__(state["path"])  # type: ignore[misc]

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """List the places that bear the name, the likeliest first; () where there is none.

        "Donetsk Oblast" gives units of that name, "Donetsk" all; "al-" and "the" may be left out.
        """
        found = self._answers.get(name)
        if found is None:
            if len(self._answers) >= _ANSWERS:
                self._answers.clear()
            found = self._answers[name] = self._find(name)
        return found

    def similar(self, name: str, countries: frozenset[str]) -> Entry | None:
        """Return the place of these countries whose name is a likely other spelling."""
        folded = fold(name)
        bones = skeleton(folded)
        if bones is None:
            return None
        query = "SELECT places FROM sound WHERE key = ?"
        rows = [self._base.execute(query, (f"{c}.{bones}",)).fetchone() for c in sorted(countries)]
        found = [entry for row in rows if row for entry in self._read(unpack(row[0]))]
        ratios = [(_likeness(folded, fold(e.name)), e.population, -e.id, e) for e in found]
        best = max(ratios, default=None)
        return best[3] if best and best[0] >= _ALIKE else None

    def country(self, name: str) -> str | None:
        """Return the alpha-3 code of a country's name or variant."""
        return country_named(name)

    def country_entry(self, alpha3: str) -> Entry | None:
        """Return the entry of a country's code."""
        country = country_of(alpha3)
        return self.by_id(country.geonameid) if country else None

    def by_id(self, number: int) -> Entry | None:
        """Return the place of a GeoNames id."""
        found = self._read([number])
        return found[0] if found else None

    def count(self) -> int:
        """Count the places."""
        return int(self._base.execute("SELECT count(*) FROM place").fetchone()[0])

    def unit(self, country: str | None, admin1: str) -> Entry | None:
        """Return the first-level unit of a code within a country."""
        query = "SELECT place FROM unit WHERE code = ?"
        row = self._base.execute(query, (f"{country}.{admin1}",)).fetchone()
        return self.by_id(row[0]) if row else None

    def side(self, country: str | None, bearing: float) -> tuple[float, float] | None:
        """Return the point for "northern Iraq": a side of a country by compass bearing."""
        query = "SELECT lat, lon FROM side WHERE code = ?"
        row = self._base.execute(query, (side_code(country, bearing),)).fetchone()
        return (row[0] / DEGREE, row[1] / DEGREE) if row else None

    def _find(self, name: str) -> tuple[Entry, ...]:
        key = fold(name).removeprefix(_THE)
        bare, level = split_admin(key)
        if level:
            return self._named(key) + self._units(bare, level)
        found = self._named(key)
        rest = None if found else without_article(key)
        return self._named(rest) if rest else found

    def _units(self, key: str, level: str) -> tuple[Entry, ...]:
        """List the units of a name, those of the level told before all others."""
        units = [e for e in self._named(key) if e.precision in _UNITS]
        fit = [e for e in units if level in {e.kind, e.precision}]
        return tuple(fit or units)

    def _named(self, key: str) -> tuple[Entry, ...]:
        row = self._base.execute("SELECT places FROM name WHERE key = ?", (key,)).fetchone()
        return self._read(unpack(row[0])) if row else ()

    def _read(self, numbers: "tuple[int, ...] | list[int]") -> tuple[Entry, ...]:
        missing = [n for n in numbers if n not in self._entries]
        for at in range(0, len(missing), _BATCH):
            batch = missing[at : at + _BATCH]
            marks = ",".join("?" * len(batch))
            for row in self._base.execute(f"{_SELECT} WHERE id IN ({marks})", batch):
                self._entries[row[0]] = _entry(row, self._kinds)
        return tuple(self._entries[n] for n in numbers if n in self._entries)

    @property
    def _base(self) -> sqlite3.Connection:
        here = self._local.__dict__
        if here.get("process") != getpid():
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            here["base"] = sqlite3.connect(address, uri=True)
            here["process"] = getpid()
        base: sqlite3.Connection = here["base"]
        return base

    @property
    def _kinds(self) -> dict[int, str]:
        here = self._local.__dict__
        if "kinds" not in here:
            here["kinds"] = dict(self._base.execute("SELECT number, kind FROM kind"))
        kinds: dict[int, str] = here["kinds"]
        return kinds


def _likeness(left: str, right: str) -> float:
    return SequenceMatcher(None, left.replace(" ", ""), right.replace(" ", "")).ratio()


def _entry(row: tuple[int, str, int, int, int, int, str, str, int], kinds: dict[int, str]) -> Entry:
    number, name, kind, precision, lat, lon, country, admin1, population = row
    return Entry(
        id=number,
        name=name,
        kind=kinds[kind],
        precision=kinds[precision],
        lat=lat / DEGREE,
        lon=lon / DEGREE,
        country=country,
        admin1=admin1 or "",
        population=population or 0,
    )


def read_all(path: Path) -> dict[int, Entry]:
    """Read a whole file back, each place with its folded names."""
    base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    kinds = dict(base.execute("SELECT number, kind FROM kind"))
    names: dict[int, list[str]] = {}
    for key, blob in base.execute("SELECT key, places FROM name ORDER BY key"):
        for number in unpack(blob):
            names.setdefault(number, []).append(key)
    out: dict[int, Entry] = {}
    for row in base.execute(f"{_SELECT} ORDER BY id"):
        entry = _entry(row, kinds)
        extra = tuple(n for n in names.get(entry.id, ()) if n != fold(entry.name))
        out[entry.id] = Entry(
            **{f: getattr(entry, f) for f in Entry.__slots__ if f != "names"}, names=extra
        )
    base.close()
    return out


@cache
def open_gazetteer(path: Path = SHIPPED) -> Gazetteer:
    """Return the gazetteer of a file, one for each process."""
    return Gazetteer(path)
