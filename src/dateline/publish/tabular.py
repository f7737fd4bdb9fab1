"""Tables of incidents: columns that say by which rule they are filled, cells that are safe."""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import IO, TypeAlias

from dateline.publish.prose import on_one_line
from dateline.records import Incident

Cell: TypeAlias = str | int | float | bool | None

# A spreadsheet takes a cell that begins with one of these for a formula and runs it.
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the rule that makes its value, and the function that follows it."""

    name: str
    rule: str
    of: Callable[[Incident], Cell]


def empty(name: str, rule: str) -> Column:
    """Make a column that others fill and a record of reports cannot."""
    return Column(name, f"empty: {rule}", lambda _: None)


def write_table(
    incidents: Iterable[Incident],
    stream: IO[str],
    columns: Sequence[Column],
    *,
    above: Iterable[Sequence[str]] | None = None,
    delimiter: str = ",",
) -> None:
    """Write a row an incident, ``above`` them other rows, else the names of the columns."""
    writer = csv.writer(stream, lineterminator="\r\n", delimiter=delimiter)
    writer.writerows([[column.name for column in columns]] if above is None else above)
    for incident in incidents:
        writer.writerow(safe(column.of(incident)) for column in columns)


def safe(cell: Cell) -> Cell:
    """Make a cell that no spreadsheet runs and that stays on one line."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if not isinstance(cell, str):
        return cell
    words = on_one_line(cell)
    return f"'{words}" if words.startswith(_FORMULA) else words


def joined(words: Iterable[str | None]) -> str | None:
    """Join words that are told, each once, by semicolons."""
    told = dict.fromkeys(on_one_line(word) for word in words if word)
    return "; ".join(word for word in told if word) or None


def number(value: float | None) -> int | float | None:
    """Write 4.0 as 4."""
    return int(value) if value is not None and float(value).is_integer() else value
