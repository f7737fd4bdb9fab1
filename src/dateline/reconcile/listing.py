"""An incident as a list shows it and a store finds it."""

from collections.abc import Iterator

from dateline.reconcile.doubts import doubts, is_sensitive
from dateline.records import Incident, Listed


def listed(incident: Incident) -> Listed:
    """Put an incident in one row; ``part_of`` holds the wider events, as ``report/event``."""
    place, when = incident.place, incident.date
    doubt, why = doubts(incident)
    return Listed(
        id=incident.id,
        title=incident.title,
        type=incident.type,
        kind=incident.kind,
        factuality=incident.factuality,
        weapon=incident.weapon,
        place=place.name if place else None,
        country=place.country if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision if place else None,
        start=when.start,
        end=when.end,
        date_precision=when.precision,
        parties=tuple(sorted({p.name for p in (*incident.actors, *incident.targets)})),
        words=" ".join(_words(incident)),
        reports=len(incident.reports),
        origins=incident.origins,
        grade=incident.grade.grade,
        protected=tuple(sorted({site.site for site in incident.protected})),
        tolls=tuple((toll.measure, toll.low, toll.best, toll.high) for toll in incident.figures),
        part_of=tuple(sorted(_wider(incident))),
        events=incident.events,
        sensitive=is_sensitive(incident),
        doubts=why,
        doubt=doubt,
    )


def _words(incident: Incident) -> Iterator[str]:
    """Yield what a search for text looks in, each once."""
    seen: dict[str, None] = {incident.title: None}
    for telling in incident.tellings:
        event = telling.event
        seen |= dict.fromkeys(party.name for party in (*event.actors, *event.targets))
        seen |= dict.fromkeys([event.place.name] if event.place else [])
        seen |= dict.fromkeys(quote.quote for quote in event.evidence)
    yield from seen


def _wider(incident: Incident) -> set[str]:
    tellings = incident.tellings
    return {f"{t.report.id}/{t.event.part_of}" for t in tellings if t.event.part_of}
