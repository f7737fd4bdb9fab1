"""A report's record as a person reads it in a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dateline.publish import days
from dateline.publish.figures import sentences
from dateline.publish.prose import listed, on_one_line
from dateline.publish.terminal import wording
from dateline.publish.terminal.happenings import happenings
from dateline.records import Claim, Record, Report


def view(record: Record, *, evidence: bool, width: int) -> Iterator[RenderableType]:
    """Show where a report comes from, what it tells in the order of time, and who says what."""
    yield from _heading(record.report)
    yield from _events(record, evidence=evidence, width=width)
    loose = sentences([figure for figure in record.figures if figure.event is None])
    yield from _section("Figures of no single event", [Text(words) for words in loose])
    unbound = [claim for claim in record.claims if not claim.events]
    yield from _section("Statements", [_statement(claim) for claim in unbound])


def _heading(report: Report) -> Iterator[RenderableType]:
    yield Rule(Text(f" {report.id} ", style="dim"), align="right", style="dim")
    yield Text(on_one_line(report.title or _first_line(report.text)), style="bold")
    source = [report.publisher, days.day(report.published) if report.published else None]
    if others := [name for name in report.credits if name != report.publisher]:
        source.append(f"draws on {listed(others)}")
    if known := [on_one_line(words) for words in source if words]:
        yield Text(" · ".join(known), style="dim")
    yield ""


def _first_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[0] if lines else "(no text)"


def _events(record: Record, *, evidence: bool, width: int) -> Iterator[RenderableType]:
    if not record.events:
        yield Text("No events.", style="dim")
        yield ""
    present = [event for event in record.events if not event.background]
    past = [event for event in record.events if event.background]
    yield from happenings(present, record, evidence=evidence, width=width)
    if past:
        yield _title("Background")
        yield from happenings(past, record, evidence=evidence, width=width)


def _section(title: str, rows: list[Text]) -> Iterator[RenderableType]:
    if rows:
        yield _title(title)
        for row in rows:
            yield Padding(row, (0, 0, 0, 2))
        yield ""


def _title(words: str) -> Text:
    return Text(words.upper(), style="bold dim")


def _statement(claim: Claim) -> Text:
    line = Text()
    line.append(on_one_line(claim.speaker), style="bold")
    medium = f", {on_one_line(claim.medium)}" if claim.medium else ""
    line.append(f" ({wording.stance(claim)}{medium}): ", style="dim")
    line.append(f"“{on_one_line(claim.quote)}”" if claim.direct else on_one_line(claim.quote))
    return line
