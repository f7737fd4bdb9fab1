"""The figures of an incident in a terminal: what stands, and every value with its owner."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.publish import days
from dateline.publish.figures import number, weight
from dateline.publish.privacy import shown_title
from dateline.publish.prose import counted, on_one_line
from dateline.records import Incident, SumCheck, Toll, Value


def view(incident: Incident) -> Iterator[RenderableType]:
    """Show every toll over time, then the sums."""
    yield Rule(Text(f" {incident.id} ", style="dim"), align="right", style="dim")
    yield Text(shown_title(incident), style="bold")
    yield ""
    if not incident.figures:
        yield Text("No figures.", style="dim")
    for toll in _ordered(incident.figures):
        yield _head(toll)
        yield Padding(_values(toll), (0, 0, 1, 2))
    for check in incident.checks:
        yield _check(check)


def summary(incident: Incident) -> list[RenderableType]:
    """Give one line a toll, and one a sum."""
    return [*map(_head, _ordered(incident.figures)), *map(_check, incident.checks)]


def _ordered(tolls: Sequence[Toll]) -> list[Toll]:
    return sorted(tolls, key=lambda toll: weight(toll.measure))


def hedged(value: Value) -> str:
    """Write a value with its hedge: at least 4, about 20, 30 to 40."""
    low, high = value.low, value.high
    if low is None or high is None:
        words = f"up to {_number(high)}" if low is None else f"at least {_number(low)}"
    else:
        words = number(low) if low == high else f"{number(low)} to {number(high)}"
    return f"about {words}" if value.qualifier == "about" else words


def _head(toll: Toll) -> Text:
    line = Text(toll.measure.replace("-", " "), style="bold")
    bounds = f"  low {_number(toll.low)} · best {_number(toll.best)} · high {_number(toll.high)}"
    line.append(bounds, style="not bold")
    if toll.votes:
        stand = "stand" if toll.votes > 1 else "stands"
        words = f"  {counted(toll.votes, 'origin')} {stand} by {_number(toll.best)}"
        line.append(words, style="not bold dim")
    return line


def _values(toll: Toll) -> Table:
    """Set the values below each other as they were published; sub-counts are set in."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(min_width=11, no_wrap=True)
    grid.add_column(min_width=12)
    grid.add_column()
    for value in toll.values:
        day = days.day(value.published) if value.published else "no day"
        grid.add_row(Text(day, style="cyan"), _number_of(value), _owner(value))
    return grid


def _number_of(value: Value) -> Text:
    words = Text(("  of these " if value.of else "") + hedged(value))
    if value.population not in (None, "people", "mixed"):
        words.append(f" ({value.population})")
    words.stylize("" if value.standing else "dim strike")
    return words


def _owner(value: Value) -> Text:
    """Say who gives a value in which words, in which report, and whose words those are."""
    line = Text(f"“{on_one_line(value.quote)}”", style="italic")
    giver = f" according to {on_one_line(value.by)}" if value.by else ""
    line.append(f"{giver} · {value.report}", style="not italic")
    line.append(f", origin {on_one_line(value.origin)}", style="not italic dim")
    if not value.standing:
        line.append(" · no longer stands", style="not italic dim")
    return line


def _check(check: SumCheck) -> Text:
    words = {"scope differs": "the scope differs"}.get(check.outcome, check.outcome)
    return Text(f"{check.measure}: {words}: {check.words} ({_parts(check.parts)})", style="dim")


def _parts(parts: Sequence[str]) -> str:
    return " + ".join(parts)


def _number(value: float | None) -> str:
    return "open" if value is None else number(value)
