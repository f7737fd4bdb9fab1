"""What is asked of a record in words, at whatever door: made into a query, or refused with why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.errors import SettingError, UnknownNameError
from dateline.knowledge.families import kinds_of
from dateline.knowledge.gazetteer.countries import country_named
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.knowledge.ontology import TYPES, kind_named, weapon_words
from dateline.knowledge.protected import protected_words
from dateline.reconcile.grading import GRADES
from dateline.records import Box, Circle, Query

_AROUND = 25.0  # kilometres: a city with its suburbs
_AREAS = {"admin2": 40.0, "admin1": 120.0, "region": 600.0, "sea": 300.0}  # mean sizes
_WIDEST = 20_000.0  # kilometres: half around the earth
_MOST = 10_000  # origins
FILTERS = (
    "place box near radius from to type kind family actor weapon grade origins text protected "
    "unplaced undated"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The query, and what is to be said of how it was understood."""

    query: Query
    note: str | None = None


def asked(given: Mapping[str, Any]) -> Asked:
    """Make a query of filters by their names, words or values; what is not given asks for nothing.

    Numbers, days and switches may come as words, as in an address.
    """
    known = {name: value for name, value in given.items() if value not in (None, "", False)}
    _known_names(known)
    since, until = _day(known, "from"), _day(known, "to")
    if since and until and since > until:
        message = f"from {since} is after to {until}"
        raise SettingError(message, since=str(since), until=str(until))
    radius = _number(known, "radius", most=_WIDEST)
    country, near, note = _placed(known.get("place"), radius)
    query = Query(
        country=country,
        near=_near(known["near"], radius) if "near" in known else near,
        box=box_of(known["box"]) if "box" in known else None,
        since=since,
        until=until,
        type=known.get("type"),
        kind=known.get("kind"),
        kinds=kinds_of(str(known["family"]).split(",")) if "family" in known else (),
        actor=known.get("actor"),
        weapon=known.get("weapon"),
        grade=known.get("grade"),
        origins=int(_number(known, "origins", most=_MOST) or 0) or None,
        text=known.get("text"),
        placed=False if _is_on(known, "unplaced") else None,
        dated=False if _is_on(known, "undated") else None,
        protected=known.get("protected"),
    )
    return Asked(query=query, note=note)


def _known_names(given: Mapping[str, Any]) -> None:
    """Refuse words that no incident can have."""
    weapons = sorted({*weapon_words().values(), "mixed", "naval"})
    sites = (*sorted(protected_words().classes), "any")
    asked_for = {"type": TYPES, "grade": GRADES, "weapon": weapons, "protected": sites}
    for name, known in asked_for.items():
        value = given.get(name)
        if value and (value.upper() if name == "type" else value) not in known:
            message = f"Unknown {name} {value!r}; known are: {', '.join(known)}"
            raise UnknownNameError(message, name=value, known=tuple(known))
    if kind := given.get("kind"):
        of = kind_named(kind).type
        if given.get("type", of).upper() != of:
            message = f"kind {kind} is of type {of}; leave type out"
            raise SettingError(message, type=given["type"], kind=kind)


def _day(given: Mapping[str, Any], name: str) -> date | None:
    value = given.get(name)
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        message = f"{name} {value!r} is no day; write it as 2024-10-29"
        raise SettingError(message, given=str(value)) from error


def _number(given: Mapping[str, Any], name: str, *, most: float) -> float | None:
    if name not in given:
        return None
    try:
        number = float(given[name])
    except ValueError:
        number = -1.0
    if not 0 < number <= most:
        message = f"{name} {given[name]!r} is no number above 0 and up to {most:g}"
        raise SettingError(message, given=str(given[name]))
    return number


def _is_on(given: Mapping[str, Any], name: str) -> bool:
    return str(given.get(name, "")).lower() in ("true", "1", "yes", "on")


def _placed(name: str | None, radius: float | None) -> tuple[str | None, Circle | None, str | None]:
    """Find a place in the gazetteer: a country is asked for by its code, another by its point."""
    if not name:
        return None, None, None
    if (country := country_named(name)) and radius is None:
        return country, None, None
    found = open_gazetteer().candidates(name)
    if not found:
        message = f"No place {name!r} in the gazetteer; give its point with near LAT,LON"
        raise UnknownNameError(message, name=name)
    towns = [entry for entry in found if entry.precision == "settlement"]
    first = max(towns, key=lambda entry: entry.population, default=found[0])
    where = f"{first.name}, {first.country} ({first.lat:.2f}, {first.lon:.2f})"
    note = f"Of {len(found)} places of that name: {where}; near takes another."
    around = radius or _AREAS.get(first.precision, _AROUND)
    circle = Circle(lat=first.lat, lon=first.lon, km=around)
    return None, circle, note if len(found) > 1 else None


def box_of(words: str) -> Box:
    """Read a box, as ``west,south,east,north`` in degrees."""
    west, south, east, north = _numbers(words, 4, "box W,S,E,N")
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):  # noqa: PLR2004
        message = f"box {words} is no box: west, south, east, north in degrees"
        raise SettingError(message, box=words)
    return Box(west=west, south=south, east=east, north=north)


def _near(words: str, radius: float | None) -> Circle:
    lat, lon = _numbers(words, 2, "near LAT,LON")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # noqa: PLR2004
        message = f"near {words} is no point: latitude and longitude in degrees"
        raise SettingError(message, near=words)
    return Circle(lat=lat, lon=lon, km=radius or _AROUND)


def _numbers(words: str, count: int, form: str) -> list[float]:
    try:
        numbers = [float(part) for part in words.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != count:
        message = f"{words!r} does not have the form {form}"
        raise SettingError(message, given=words)
    return numbers
