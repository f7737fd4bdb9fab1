"""What a situation report is drafted from: the incidents that fit, and how that was asked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.errors import SettingError
from dateline.keeping.showing import incidents
from dateline.knowledge.gazetteer.countries import country_of
from dateline.publish.sitrep.contents import Material, Scope
from dateline.records import Incident, Query
from dateline.store import Reading

# What narrows the list besides area and days, and how the report says so.
_FILTERS = {
    "type": "type {}",
    "kind": "kind {}",
    "family": "of the family {}",
    "actor": "with “{}” as actor or target",
    "weapon": "weapon {}",
    "grade": "graded {}",
    "origins": "told by {} or more origins",
    "text": "with the words “{}”",
    "protected": "with protected sites hit: {}",
    "unplaced": "without a place",
    "undated": "without a day",
}


def unlimited(query: Query) -> Query:
    """Ask for all that fits."""
    return replace(query, limit=None, after=None)


def material(store: Reading, query: Query, *, most: int | None = None) -> Material:
    """Load what fits, and what the same reports tell without a place or a day."""
    if most is not None and (count := store.count(query)) > most:
        message = f"{count:,} incidents fit; a report takes up to {most:,}: narrow the days or area"
        raise SettingError(message, count=count)
    fitting = tuple(incidents(store, unlimited(query)))
    reports = {report.id for incident in fitting for report in incident.reports}
    known = {incident.id for incident in fitting}
    loose: dict[str, Incident] = {}
    for wider in _without(unlimited(query)):
        for incident in incidents(store, wider):
            if incident.id not in known and reports.intersection(r.id for r in incident.reports):
                loose[incident.id] = incident
    return Material(incidents=fitting, loose=tuple(loose.values()))


def scope(query: Query, given: Mapping[str, Any], *, title: str | None, by: str) -> Scope:
    """Say in words what was asked for."""
    filters = [words.format(given[name]) for name, words in _FILTERS.items() if given.get(name)]
    return Scope(
        title=title,
        area=_where(query, given),
        since=query.since,
        until=query.until,
        filters=tuple(filters),
        by=by,
    )


def _without(query: Query) -> list[Query]:
    """Ask for what has no day within the area, no place within the days, and neither."""
    nowhere = replace(query, box=None, near=None, country=None, placed=False)
    undated = replace(query, since=None, until=None, dated=False)
    neither = replace(nowhere, since=None, until=None, dated=False)
    return [] if query.placed is False or query.dated is False else [undated, nowhere, neither]


def _where(query: Query, given: Mapping[str, Any]) -> str | None:
    if query.box:
        return f"the box {given['box']}"
    place: str | None = given.get("place")
    if query.country and (country := country_of(query.country)):
        return country.name
    if not query.near:
        return place
    return f"{place or given['near']} and {query.near.km:g} km around"
