"""An incident as a flat row in Dateline's own words: what maps and tables of incidents take."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.publish import incident_places as places
from dateline.publish import incident_sources as sources
from dateline.publish import incident_tolls as tolls
from dateline.publish.crosswalk import cameo_code, plover_mode
from dateline.publish.incident_choice import is_background
from dateline.publish.privacy import hide, shown_names, shown_title, withheld
from dateline.records import Incident, Party


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the row: its name, its type, the rule that makes it, and how it is read.

    The type is ``string``, ``int``, ``float``, ``bool``, ``date`` or ``strings``, a list.
    """

    name: str
    type: str
    rule: str
    of: Callable[[Incident], Any]


def row(incident: Incident) -> dict[str, Any]:
    """Flatten an incident."""
    return {field.name: field.of(incident) for field in FIELDS}


def _codes(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(f"{party.country or '---'} {party.role}" for party in parties)


def _protected(incident: Incident) -> tuple[str, ...]:
    return tuple(dict.fromkeys(site.site for site in incident.protected))


def _urls(incident: Incident) -> tuple[str, ...]:
    return tuple(report.url for report in incident.reports if report.url)


def _cited(incident: Incident) -> tuple[str, ...]:
    names = withheld(incident)
    told = (name for telling in incident.tellings for name in telling.event.attribution)
    return tuple(dict.fromkeys(hide(name, names) for name in told))


def _bounds(measure: str) -> Iterator[Field]:
    yield Field(
        f"{measure}_low",
        "float",
        f"the least number of {measure} that an origin stands by",
        lambda i: tolls.low(i, measure),
    )
    yield Field(
        f"{measure}_best",
        "float",
        "the number that most origins stand by; empty where only bounds are told",
        lambda i: tolls.best(i, measure),
    )
    yield Field(
        f"{measure}_high",
        "float",
        "the greatest number that an origin stands by; empty where it is left open",
        lambda i: tolls.high(i, measure),
    )


FIELDS = (
    Field("id", "string", "id of the incident", lambda i: i.id),
    Field("title", "string", "what and where, or by whom", shown_title),
    Field("type", "string", "one of the sixteen types", lambda i: i.type),
    Field("kind", "string", "the finer code", lambda i: i.kind),
    Field("acled", "string", "ACLED's sub-event type", lambda i: i.acled),
    Field("cameo", "string", "CAMEO's code, by kind and weapon", cameo_code),
    Field("plover_mode", "string", "PLOVER's mode, by kind or weapon", plover_mode),
    Field("factuality", "string", "occurred, denied, planned, conditional", lambda i: i.factuality),
    Field("background", "bool", "whether every report recalls it as history", is_background),
    Field("start", "date", "first day", lambda i: i.date.start),
    Field("end", "date", "last day", lambda i: i.date.end),
    Field("date_precision", "string", "how exact the days are", lambda i: i.date.precision),
    Field("place", "string", "the most exact place that most origins name", places.place_name),
    Field("country", "string", "ISO 3166-1 alpha-3", places.country),
    Field("admin1", "string", "first-level unit, where the gazetteer has the place", places.admin1),
    Field("latitude", "float", "degrees north, WGS 84", places.latitude),
    Field("longitude", "float", "degrees east, WGS 84", places.longitude),
    Field("precision", "string", "what the point stands for", places.precision),
    Field("radius_km", "int", "how far from the point it may have been", places.radius_km),
    Field("actors", "strings", "who did it", lambda i: shown_names(i.actors)),
    Field("actor_codes", "strings", "their countries and roles", lambda i: _codes(i.actors)),
    Field(
        "targets",
        "strings",
        "to whom or what; names of private persons are withheld",
        lambda i: shown_names(i.targets),
    ),
    Field("target_codes", "strings", "their countries and roles", lambda i: _codes(i.targets)),
    Field("weapon", "string", "what most origins name", lambda i: i.weapon),
    *_bounds("killed"),
    *_bounds("injured"),
    Field("grade", "string", "how well attested it is", lambda i: i.grade.grade),
    Field("grade_author", "string", "who signed it; empty if computed", lambda i: i.grade.author),
    Field("reports", "int", "reports, copies included", lambda i: len(i.reports)),
    Field("origins", "int", "independent origins", lambda i: i.origins),
    Field("first_published", "date", "day of the first report", sources.first_published),
    Field("last_published", "date", "day of the last report", sources.last_published),
    Field("cited", "strings", "whom the reports cite", _cited),
    Field(
        "protected", "strings", "classes of protected sites and persons that were hit", _protected
    ),
    Field("part_of", "strings", "ids of wider incidents", lambda i: i.part_of),
    Field("parts", "strings", "ids of the incidents it sums up", lambda i: i.parts),
    Field("events", "strings", "its events, as report/event", lambda i: i.events),
    Field("urls", "strings", "addresses of the reports", _urls),
)
