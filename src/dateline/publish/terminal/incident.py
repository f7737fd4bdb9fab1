"""One incident as a person reads it in a terminal: what is known of it, and on whose word."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.publish import days
from dateline.publish.privacy import hide, shown_name, shown_title, withheld
from dateline.publish.prose import counted, listed, on_one_line
from dateline.publish.terminal import wording
from dateline.publish.terminal.judgements import sentence
from dateline.publish.terminal.ledger import summary
from dateline.records import Claim, Incident, Lineage, Pair, Party, Report, Telling

_MOST_REASONS = 4  # of a pair; the others weigh little


def view(incident: Incident, *, names: bool = False) -> Iterator[RenderableType]:
    """Show an incident; private victims by their names only where ``names`` asks for it."""
    yield from _heading(incident, names=names)
    yield from _section("Figures", summary(incident))
    hidden = None if names else withheld(incident)
    yield from _section("Claims", list(_claims(incident, hidden)))
    yield from _section(f"Reports — {counters(incident)}", list(_reports(incident)))
    yield from _section("Wider and narrower", list(_kin(incident)))
    yield from _section("Why these are one", [_pair(pair, "=") for pair in incident.merges])
    yield from _section("Held apart", [_pair(pair, "≠") for pair in incident.lookalikes])
    yield from _section("Judgements", [Text(sentence(j)) for j in incident.judgements])


def counters(incident: Incident) -> str:
    """Count reports and origins, always both."""
    reports = counted(len(incident.reports), "report")
    return f"{reports}, {counted(incident.origins, 'origin')}"


def _heading(incident: Incident, *, names: bool) -> Iterator[RenderableType]:
    yield Rule(Text(f" {incident.id} ", style="dim"), align="right", style="dim")
    title = on_one_line(incident.title) if names else shown_title(incident)
    yield Text(title, style="bold")
    place = wording.place(incident.place) if incident.place else "place not told"
    yield Text(f"{days.in_words(incident.date)} · {place}", style="cyan")
    who = [_names(incident.actors, names=True), _names(incident.targets, names=names)]
    parties = f"{who[0] or 'nobody named'} → {who[1]}" if who[1] else who[0]
    if told := [words for words in (parties, incident.weapon) if words]:
        yield Text(" · ".join(told))
    yield _standing(incident)
    for site in incident.protected:
        yield Text(f"protected: {site.site} — {on_one_line(site.name)} ({site.event})")
    yield ""


def _names(parties: Sequence[Party], *, names: bool) -> str:
    return listed(party.name if names else shown_name(party) for party in parties)


def _standing(incident: Incident) -> Text:
    """Say whether it happened, and how well that is attested."""
    grade = incident.grade
    line = Text()
    if incident.factuality != "occurred":
        line.append(f"{incident.factuality} · ", style="bold yellow")
    line.append(grade.grade, style="bold")
    signed = f", signed by {grade.author} (computed: {grade.computed})" if grade.author else ""
    line.append(f": {on_one_line(grade.reason)}{signed}")
    return line


def _claims(incident: Incident, hidden: re.Pattern[str] | None) -> Iterator[Text]:
    """Give each claim once, with the reports that have it."""
    told: dict[tuple[str, str], list[str]] = {}
    claims: dict[tuple[str, str], Claim] = {}
    for telling in incident.tellings:
        for claim in telling.claims:
            key = (claim.speaker, on_one_line(claim.quote))
            claims.setdefault(key, claim)
            told.setdefault(key, []).append(telling.report.id)
    for key, claim in claims.items():
        line = Text(on_one_line(claim.speaker), style="bold")
        medium = f", {on_one_line(claim.medium)}" if claim.medium else ""
        line.append(f" ({wording.stance(claim)}{medium}): ", style="not bold dim")
        said = hide(key[1], hidden)
        words = f"“{said}”" if claim.direct else said
        line.append(words, style="not bold")
        line.append(f"  {listed(told[key])}", style="not bold dim")
        yield line


def _reports(incident: Incident) -> Iterator[RenderableType]:
    """Group the reports by origin, each with why its words go back to another's."""
    reports = {report.id: report for report in incident.reports}
    for lineage in incident.lineages:
        yield Text(on_one_line(lineage.origin), style="bold")
        for id_ in lineage.reports:
            yield Padding(report_line(reports[id_], lineage, incident.tellings), (0, 0, 0, 2))


def report_line(report: Report, lineage: Lineage, tellings: Iterable[Telling] = ()) -> Text:
    """Name a report with its events, and say whose words it has."""
    line = Text(report.id)
    told = [report.publisher, days.day(report.published) if report.published else None]
    known = [on_one_line(words) for words in told if words]
    line.append(f"  {', '.join(known)}" if known else "", style="dim")
    if report.title:
        line.append(f"  {on_one_line(report.title)}")
    if events := [telling.event.id for telling in tellings if telling.report.id == report.id]:
        line.append(f"  {' '.join(events)}", style="dim")
    for link in lineage.links:
        if link.child == report.id:
            line.append(f"  ← {link.parent}: {on_one_line(link.reason)}", style="italic")
    return line


def _kin(incident: Incident) -> Iterator[Text]:
    if incident.part_of:
        yield Text(f"part of {listed(incident.part_of)}")
    if incident.parts:
        yield Text(f"sums up {listed(incident.parts)}")


def _pair(pair: Pair, sign: str) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    reasons = "; ".join(on_one_line(reason.words) for reason in pair.reasons[:_MOST_REASONS])
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(f"{pair.left} {sign} {pair.right}"), Text(reasons, style="dim"))
    return grid


def _section(title: str, rows: Sequence[RenderableType]) -> Iterator[RenderableType]:
    if rows:
        yield Text(title.upper(), style="bold dim")
        for row in rows:
            yield Padding(row, (0, 0, 0, 2))
        yield ""
