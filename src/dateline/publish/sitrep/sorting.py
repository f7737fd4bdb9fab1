"""Which incidents count, which are only listed, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.knowledge.families import is_spoken
from dateline.records import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The incidents by what is done with them; only those of ``counted`` enter any sum."""

    counted: tuple[Incident, ...]
    spoken: tuple[Incident, ...]
    ahead: tuple[Incident, ...]  # planned or conditional
    denied: tuple[Incident, ...]
    past: tuple[Incident, ...]  # told as history


def sort(incidents: Iterable[Incident]) -> Sorted:
    """Sort incidents in the order of time; each goes to one place."""
    found: dict[str, list[Incident]] = {}
    for incident in sorted(incidents, key=by_time):
        found.setdefault(_place(incident), []).append(incident)
    return Sorted(**{name: tuple(found.get(name, ())) for name in Sorted.__slots__})


def by_time(incident: Incident) -> tuple[date, date, str, str]:
    """Order by days, then by place; what has no day comes last."""
    when, place = incident.date, incident.place
    name = place.name if place else "\uffff"
    return (when.start or date.max, when.end or date.max, name, incident.id)


def is_placed(incident: Incident) -> bool:
    """Tell whether it has a point."""
    return incident.place is not None and incident.place.lat is not None


def is_dated(incident: Incident) -> bool:
    """Tell whether it has a day."""
    return incident.date.start is not None


def _place(incident: Incident) -> str:
    if incident.factuality == "denied":
        return "denied"
    if incident.factuality != "occurred":
        return "ahead"
    if incident.tellings and all(telling.event.background for telling in incident.tellings):
        return "past"
    return "spoken" if is_spoken(incident) else "counted"
