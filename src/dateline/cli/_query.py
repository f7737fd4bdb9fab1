"""The options that say which incidents are meant, the same at every command."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

import click

from dateline.cli._record import DAY
from dateline.knowledge.ontology import TYPES
from dateline.records import Query

F = TypeVar("F", bound=Callable[..., Any])
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
    click.option(
        "--protected", metavar="CLASS", help="Protected sites that were hit: health, any."
    ),
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
    from dateline.keeping.asking import asked

    days = {"from": _day(given.pop("since")), "to": _day(given.pop("until"))}
    understood = asked({**given, **days})
    if understood.note:
        click.echo(understood.note.replace("near takes", "--near takes"), err=True)
    return replace(understood.query, limit=limit)


def _day(given: datetime | None) -> Any:
    return given.date() if given else None
