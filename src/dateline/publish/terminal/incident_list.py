"""Incidents in a list: when, what, how many, and how well attested."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.publish import days
from dateline.publish.figures import number, weight
from dateline.publish.prose import counted, on_one_line
from dateline.records import Listed, When

# Of the tolls only people are shown; the ledger has all.
_SHOWN = ("killed", "injured", "casualties", "missing", "abducted", "detained")


def view(rows: Sequence[Listed]) -> Iterator[RenderableType]:
    """Show one incident in two lines."""
    if not rows:
        yield Text("No incidents fit.", style="dim")
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(min_width=11)
    grid.add_column(ratio=1)
    grid.add_column(no_wrap=True)
    for row in rows:
        grid.add_row(Text(_when(row), style="cyan"), _told(row), Text(row.id, style="dim"))
    yield grid


def _when(row: Listed) -> str:
    return days.in_words(When(start=row.start, end=row.end, precision=row.date_precision))


def _told(row: Listed) -> Text:
    line = Text(on_one_line(row.title), style="bold")
    if row.country and row.precision != "sea":
        line.append(f", {row.country}", style="not bold")
    if row.factuality != "occurred":
        line.append(f" — {row.factuality}", style="bold yellow")
    reports, origins = counted(row.reports, "report"), counted(row.origins, "origin")
    parts = [*_tolls(row), f"{row.grade}, {reports}, {origins}"]
    parts += [f"protected: {', '.join(row.protected)}"] if row.protected else []
    parts += [f"part of {', '.join(row.part_of)}"] if row.part_of else []
    line.append(f"\n{' · '.join(parts)}", style="not bold")
    return line


def _tolls(row: Listed) -> Iterator[str]:
    for measure, low, best, high in sorted(row.tolls, key=lambda toll: weight(toll[0])):
        if measure in _SHOWN:
            yield f"{bounds(low, best, high)} {measure}"


def bounds(low: float | None, best: float | None, high: float | None) -> str:
    """Write 5, 4–6, or 4 or more."""
    if low is not None and low == high:
        return number(low)
    if high is None:
        return f"{number(low or best or 0)} or more"
    return f"{number(low)}–{number(high)}" if low is not None else f"up to {number(high)}"
