"""Whose words a report's are, in a terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dateline.publish import days
from dateline.publish.prose import listed, on_one_line
from dateline.records import Link, Report, Trace


def view(trace: Trace) -> Iterator[RenderableType]:
    """Show where a report's words come from, and who took them from it."""
    report = trace.report
    yield Rule(Text(f" {report.id} ", style="dim"), align="right", style="dim")
    yield Text(on_one_line(report.title or report.id), style="bold")
    yield Text(_name(report), style="dim")
    if report.credits:
        yield Text(f"credits {listed(report.credits)}", style="dim")
    yield ""
    yield from _links("Its words go back to", trace.taken, trace)
    yield from _links("Its words were taken by", trace.given, trace)
    yield from _links("It shares a source with", trace.shared, trace)
    if not trace.taken:
        yield Text("No earlier report in the record has its words: it is an origin of its own.")
    yield Text(f"Reports of one origin with it: {listed(trace.lineage.reports)}", style="dim")


def _links(title: str, links: Sequence[Link], trace: Trace) -> Iterator[RenderableType]:
    known = {other.id: other for other in trace.reports}
    if links:
        yield Text(title.upper(), style="bold dim")
        for link in links:
            other = known[link.parent if link.child == trace.report.id else link.child]
            line = Text(f"{other.id}  {_name(other)}")
            line.append(f"  {on_one_line(link.reason)}", style="italic")
            yield Padding(line, (0, 0, 0, 2))
        yield ""


def _name(report: Report) -> str:
    told = [report.publisher, days.day(report.published) if report.published else None]
    return ", ".join(on_one_line(words) for words in told if words) or "nothing is told of it"
