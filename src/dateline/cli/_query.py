"""The options that say which incidents are meant, the same at every command."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

from dateline.cli._record import DAY
from dateline.errors import SettingError, UnknownNameError
from dateline.knowledge.ontology import TYPES
from dateline.records import Box, Circle, Query

F = TypeVar("F", bound=Callable[..., Any])
_AROUND = 25.0  # kilometres: a city with its suburbs
_AREAS = {"admin2": 40.0, "admin1": 120.0, "region": 600.0, "sea": 300.0}  # mean sizes
_OPTIONS = (
    click.option("--place", metavar="NAME", help="At or around a place, or in a country."),
    click.option("--box", metavar="W,S,E,N", help="In a box, in degrees: 36.0,49.8,36.5,50.2."),
    click.option("--near", metavar="LAT,LON", help="Around a point, in degrees: 49.99,36.23."),
    click.option(
        "--radius",
        type=click.FloatRange(min=0, min_open=True, max=20_000),
        metavar="KM",
        help="With --place and --near; 25 km else.",
    ),
    click.option("--from", "since", type=DAY, metavar="DATE", help="On or after this day."),
    click.option("--to", "until", type=DAY, metavar="DATE", help="On or before this day."),
    click.option("--type", type=click.Choice(TYPES, case_sensitive=False), metavar="TYPE"),
    click.option("--kind", metavar="KIND", help="As `dateline codes` lists them."),
    click.option("--actor", metavar="NAME", help="Who acts, or is acted on."),
    click.option("--weapon", metavar="WEAPON"),
    click.option("--grade", metavar="GRADE", help="confirmed, fair, weak, contested, discounted."),
    click.option(
        "--origins", type=click.IntRange(min=1, max=10_000), help="At least so many, independent."
    ),
    click.option("--text", metavar="WORDS", help="With all these words."),
    click.option("--unplaced", is_flag=True, help="Only what has no place."),
    click.option("--undated", is_flag=True, help="Only what has no day."),
)


def query_options(command: F) -> F:
    """Give a command the options of a query."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def made_query(*, limit: int | None = None, **given: Any) -> Query:
    """Make the query that the options ask for."""
    from dateline.knowledge.ontology import kind_named

    if given["kind"]:
        _agree(given["type"], given["kind"], kind_named(given["kind"]).type)
    _known(given)
    _in_order(given["since"], given["until"])
    country, near = _placed(given["place"], given["radius"])
    return Query(
        country=country,
        near=_near(given["near"], given["radius"]) if given["near"] else near,
        box=_box(given["box"]) if given["box"] else None,
        since=_day(given["since"]),
        until=_day(given["until"]),
        type=given["type"],
        kind=given["kind"],
        actor=given["actor"],
        weapon=given["weapon"],
        grade=given["grade"],
        origins=given["origins"],
        text=given["text"],
        placed=False if given["unplaced"] else None,
        dated=False if given["undated"] else None,
        limit=limit,
    )


def _agree(asked: str | None, kind: str, of: str) -> None:
    if asked and asked != of:
        message = f"--kind {kind} is of type {of}; leave --type out"
        raise SettingError(message, type=asked, kind=kind)


def _known(given: dict[str, Any]) -> None:
    """Refuse words that no incident can have."""
    from dateline.knowledge.ontology import weapon_words
    from dateline.reconcile.grading import GRADES

    weapons = sorted({*weapon_words().values(), "mixed", "naval"})
    for name, known in (("grade", GRADES), ("weapon", weapons)):
        if given[name] and given[name] not in known:
            message = f"Unknown {name} {given[name]!r}; known are: {', '.join(known)}"
            raise UnknownNameError(message, name=given[name], known=tuple(known))


def _in_order(since: datetime | None, until: datetime | None) -> None:
    if since and until and since > until:
        message = f"--from {since:%Y-%m-%d} is after --to {until:%Y-%m-%d}"
        raise SettingError(message, since=str(since), until=str(until))


def _day(given: datetime | None) -> Any:
    return given.date() if given else None


def _placed(name: str | None, radius: float | None) -> tuple[str | None, Circle | None]:
    """Find a place in the gazetteer: a country is asked for by its code, another by its point."""
    from dateline.knowledge.gazetteer.countries import country_named
    from dateline.knowledge.gazetteer.lookup import open_gazetteer

    if not name:
        return None, None
    if (country := country_named(name)) and radius is None:
        return country, None
    found = open_gazetteer().candidates(name)
    if not found:
        message = f"No place {name!r} in the gazetteer; give its point with --near LAT,LON"
        raise UnknownNameError(message, name=name)
    towns = [entry for entry in found if entry.precision == "settlement"]
    first = max(towns, key=lambda entry: entry.population, default=found[0])
    if len(found) > 1:
        where = f"{first.name}, {first.country} ({first.lat:.2f}, {first.lon:.2f})"
        click.echo(f"Of {len(found)} places of that name: {where}; --near takes another.", err=True)
    around = radius or _AREAS.get(first.precision, _AROUND)
    return None, Circle(lat=first.lat, lon=first.lon, km=around)


def _box(words: str) -> Box:
    west, south, east, north = _numbers(words, 4, "--box W,S,E,N")
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):  # noqa: PLR2004
        message = f"--box {words} is no box: west, south, east, north in degrees"
        raise SettingError(message, box=words)
    return Box(west=west, south=south, east=east, north=north)


def _near(words: str, radius: float | None) -> Circle:
    lat, lon = _numbers(words, 2, "--near LAT,LON")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # noqa: PLR2004
        message = f"--near {words} is no point: latitude and longitude in degrees"
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
