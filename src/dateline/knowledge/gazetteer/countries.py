"""The countries: their names, seats of power and peoples, as news text calls them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dateline.knowledge.files import read_table
from dateline.knowledge.gazetteer.folding import fold

_TABLE = Path(__file__).parent / "countries.tsv"
_ASKED = 32_768  # answers kept
_SHORT = 4  # longest capitals-only name that may also be a common word: US, CAR, OPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory with an ISO 3166-1 alpha-3 code (XKX for Kosovo)."""

    alpha3: str
    alpha2: str
    geonameid: int
    lat: float
    lon: float
    name: str
    variants: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """List all countries and territories, in the order of their names."""
    return tuple(_country(row) for row in read_table(_TABLE))


def _country(row: list[str]) -> Country:
    alpha3, alpha2, geonameid, lat, lon, name, variants, capitals, demonyms, metonyms = row
    return Country(
        alpha3=alpha3,
        alpha2=alpha2,
        geonameid=int(geonameid),
        lat=float(lat),
        lon=float(lon),
        name=name,
        variants=cell_parts(variants),
        capitals=cell_parts(capitals),
        demonyms=demonym_forms(demonyms),
        metonyms=cell_parts(metonyms),
    )


def cell_parts(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list."""
    return tuple(part for part in cell.split("|") if part)


def demonym_forms(cell: str) -> tuple[str, ...]:
    """List the words of a cell of demonyms; one that ends in + also stands with a plural -s."""
    return tuple(form for part in cell_parts(cell) for form in _forms(part))


def _forms(demonym: str) -> tuple[str, ...]:
    return (demonym[:-1], demonym[:-1] + "s") if demonym.endswith("+") else (demonym,)


@lru_cache(maxsize=_ASKED)
def country_named(name: str) -> str | None:
    """Return the country of a name or variant ("DR Congo" -> "COD"); capitals matter in "US"."""
    return _find(_names(), name)


@lru_cache(maxsize=_ASKED)
def demonym_country(word: str) -> str | None:
    """Return the country of a people or adjective ("Ukrainians" -> "UKR")."""
    return _find(_demonyms(), word)


@lru_cache(maxsize=_ASKED)
def metonym_country(name: str) -> str | None:
    """Return the country whose government a seat or house stands for ("Kremlin" -> "RUS")."""
    return _find(_metonyms(), name)


@lru_cache(maxsize=_ASKED)
def capital_country(name: str) -> str | None:
    """Return the country that a city is, or was, the seat of ("Kiev" -> "UKR")."""
    return _find(_capitals(), name)


def country_of(alpha3: str) -> Country | None:
    """Return the country of a code."""
    return _by_code().get(alpha3)


def alpha3_of(alpha2: str) -> str | None:
    """Return the alpha-3 code of an alpha-2 code."""
    return _by_alpha2().get(alpha2)


def name_key(name: str) -> str:
    """Fold a name, but keep short names of capitals alone as they are ("US" is not "us")."""
    bare = name.replace(".", "")
    return bare if bare.isupper() and len(bare) <= _SHORT else fold(name)


def _find(table: dict[str, str], name: str) -> str | None:
    found = table.get(name_key(name))
    if found is None and name[:4].lower() == "the ":
        found = table.get(name_key(name[4:]))
    return found


@cache
def _by_code() -> dict[str, Country]:
    return {country.alpha3: country for country in countries()}


@cache
def _by_alpha2() -> dict[str, str]:
    return {country.alpha2: country.alpha3 for country in countries()}


@cache
def _names() -> dict[str, str]:
    return _table((c.alpha3, n) for c in countries() for n in (c.name, *c.variants))


@cache
def _demonyms() -> dict[str, str]:
    return _table((c.alpha3, n) for c in countries() for n in c.demonyms)


@cache
def _metonyms() -> dict[str, str]:
    return _table((c.alpha3, n) for c in countries() for n in c.metonyms)


@cache
def _capitals() -> dict[str, str]:
    return _table((c.alpha3, n) for c in countries() for n in c.capitals)


def _table(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    out: dict[str, str] = {}
    for code, name in pairs:
        out.setdefault(name_key(name), code)
        if name.isupper():  # upper-case text has "IRAN", short codes stay as they are
            continue
        if len(name) <= _SHORT:
            out.setdefault(name.upper(), code)
    return out
