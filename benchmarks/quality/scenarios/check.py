"""Check a scenario: its reports one by one, and its incidents against them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.quality.authoring.check import problems as record_problems
from benchmarks.quality.authoring.gold import Event, Record
from benchmarks.quality.scenarios.incidents import Incident, Sheet, Toll
from benchmarks.quality.scenarios.tolls import tolls


@dataclass(frozen=True, slots=True)
class Scenario:
    """Reports in order of publication, and the incidents that they tell of."""

    name: str
    records: tuple[Record, ...]
    sheet: Sheet
    incidents: tuple[Incident, ...]

    @property
    def events(self) -> dict[str, Event]:
        """Every event by ``report/event``."""
        return {f"{r.report.id}/{event.id}": event for r in self.records for event in r.events}


def problems(scenario: Scenario) -> list[str]:
    """List what is wrong with a scenario; nothing is the normal case."""
    found = [
        *(problem for record in scenario.records for problem in record_problems(record)),
        *_about_statements(scenario),
        *_about_coverage(scenario),
        *(
            f"{incident.id}: {problem}"
            for incident in scenario.incidents
            for problem in _about_incident(scenario, incident)
        ),
    ]
    return [f"{scenario.name}: {problem}" for problem in found]


def _about_statements(scenario: Scenario) -> Iterator[str]:
    """Demand of a speaker with a statement among the reports a figure by that very name."""
    givers = {figure.by for record in scenario.records for figure in record.figures}
    names = {record.report.id for record in scenario.records}
    for speaker, origin in scenario.sheet.statements.items():
        if speaker not in givers or origin not in names:
            yield f"no figure by {speaker!r}, or no report {origin}"


def _about_coverage(scenario: Scenario) -> Iterator[str]:
    """Every event that is neither background nor optional is in exactly one incident."""
    times = Counter(name for incident in scenario.incidents for name in incident.events)
    for name, event in scenario.events.items():
        is_due = not event.background and event.optional is not True
        if times[name] != is_due:
            yield f"{name} is in {times[name]} incidents, not {int(is_due)}"


def _about_incident(scenario: Scenario, incident: Incident) -> Iterator[str]:
    known = scenario.events
    if missing := [name for name in incident.events if name not in known]:
        yield f"events that do not exist: {', '.join(missing)}"
        return
    events = [known[name] for name in incident.events]
    if incident.kind not in {event.kind for event in events}:
        yield f"no event is of the kind {incident.kind}"
    if incident.place and incident.place.name not in {e.place.name for e in events if e.place}:
        yield f"no event is at {incident.place.name}"
    days = {(event.date.start, event.date.end) for event in events}
    if (incident.date.start, incident.date.end) not in days:
        yield f"no event is of {incident.date.start} to {incident.date.end}"
    yield from _about_lineages(incident)
    yield from _about_tolls(incident, tolls(incident, scenario.records, scenario.sheet.statements))


def _about_lineages(incident: Incident) -> Iterator[str]:
    """Lineages share out the reports of an incident among them, each report once."""
    told = {name.partition("/")[0] for name in incident.events}
    grouped = [name for group in incident.lineages for name in group]
    if sorted(grouped) != sorted(told):
        yield f"lineages of {sorted(grouped)}, but reports {sorted(told)}"


def _about_tolls(incident: Incident, expected: dict[str, Toll]) -> Iterator[str]:
    for measure in sorted(incident.figures.keys() | expected.keys()):
        written, due = incident.figures.get(measure), expected.get(measure)
        if written != due:
            yield f"{measure} is {_shown(written)}, but by the codebook {_shown(due)}"
        bounds = (
            [b for b in (written.low, written.best, written.high) if b is not None]
            if written
            else []
        )
        if bounds != sorted(bounds):
            yield f"{measure} is not in order: {_shown(written)}"


def _shown(toll: Toll | None) -> str:
    if toll is None:
        return "absent"
    return " ".join(
        "-" if bound is None else str(bound) for bound in (toll.low, toll.best, toll.high)
    )
