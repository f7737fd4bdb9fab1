"""The accuracy card as a table for the terminal, as JSON, and as one HTML file."""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TextIO

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from dateline.records import Card, CardRow

GROUPS = {
    "whole": "In all",
    "field": "Fields, of events found with the right type",
    "type": "Types",
    "kind": "Kinds",
}
COLUMNS = ("in the gold", "precision", "recall", "F1", "95 % interval")


def as_table(card: Card, stream: TextIO) -> None:
    """Write the card for a terminal."""
    from rich.console import Console
    from rich.table import Table

    console = Console(file=stream, highlight=False)
    console.print(f"[bold]{heading(card)}[/]")
    for title, rows in grouped(card):
        table = Table(title, box=None, pad_edge=False)
        for column in COLUMNS:
            table.add_column(column, justify="right")
        for row in rows:
            table.add_row(row.name, *cells(row))
        console.print()
        console.print(table)
    console.print(f"\n{footing(card)}")


def as_json(card: Card, stream: TextIO) -> None:
    """Write the card as JSON, shares between 0 and 1."""
    stream.write(msgspec.json.format(msgspec.json.encode(card), indent=2).decode() + "\n")


def as_html(card: Card, stream: TextIO) -> None:
    """Write the card as a page that asks for nothing."""
    stream.write(
        _template().render(
            heading=heading(card),
            footing=footing(card),
            columns=COLUMNS,
            groups=[
                (title, [(row.name, *cells(row)) for row in rows]) for title, rows in grouped(card)
            ],
        )
    )


def heading(card: Card) -> str:
    """Say what was measured on what."""
    return f"Dateline {card.version} on {card.corpus}, {card.reports} reports"


def footing(card: Card) -> str:
    """Say what no share tells, and which file it was."""
    return (
        f"Quotes that stand in the text: {card.quotes:.0%}. Events found in the {card.quiet} "
        f"reports that hold none: {card.quiet_alarms}. SHA-256 of the gold file: {card.digest}"
    )


def grouped(card: Card) -> list[tuple[str, list[CardRow]]]:
    """Give the rows by what they are of."""
    return [(GROUPS[name], list(rows)) for name, rows in groupby(card.rows, lambda row: row.group)]


def cells(row: CardRow) -> tuple[str, ...]:
    """Write a row's numbers in per cent."""
    interval = "" if row.low is None else f"{_per_cent(row.low)}–{_per_cent(row.high)}"
    return (str(row.gold), *map(_per_cent, (row.precision, row.recall, row.f1)), interval)


def _per_cent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("card.html.j2")


CARDS: Mapping[str, Callable[[Card, TextIO], None]] = {
    "table": as_table,
    "json": as_json,
    "html": as_html,
}
