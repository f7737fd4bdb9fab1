"""``dateline sitrep``: the situation report."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli._output import opened as output
from dateline.cli._query import made_query, query_options
from dateline.cli._record import opened, record_option
from dateline.errors import SettingError
from dateline.publish.sitrep.contents import Material, Scope, Sitrep
from dateline.records import Incident, Query

if TYPE_CHECKING:
    from dateline.store import Reading

_FORMS = (".html", ".pdf")
# What narrows the list besides area and days, and how the report says so.
_FILTERS = {
    "type": "type {}",
    "kind": "kind {}",
    "actor": "with “{}” as actor or target",
    "weapon": "weapon {}",
    "grade": "graded {}",
    "origins": "told by {} or more origins",
    "text": "with the words “{}”",
    "unplaced": "without a place",
    "undated": "without a day",
}


@click.command("sitrep")
@record_option
@query_options
@click.option("--area", metavar="PLACE", help="The same as --place.")
@click.option("--title", metavar="WORDS", help="The title, in place of one made from the area.")
@click.option(
    "--by",
    type=click.Choice(["day", "place"]),
    default="day",
    show_default=True,
    help="What the incidents are listed by.",
)
@click.option(
    "--output",
    "path",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    default="sitrep.html",
    show_default=True,
    metavar="PATH",
    help="Where to write it; .html or .pdf says which form.",
)
def sitrep(*, path: Path, address: str, title: str | None, by: str, **given: Any) -> None:
    """Write a situation report: what happened in an area and its days, with every source.

    One HTML file that needs nothing else, or a PDF. It is drafted by a machine from news reports;
    a person is to check it.
    """
    from dateline.publish.sitrep.drafting import draft
    from dateline.publish.sitrep.wordings import many

    form = _form(path)
    given["place"] = _area(given.pop("area"), given["place"])
    query = made_query(**given)
    with opened(address) as store:
        material = _material(store, query)
    scope = _scope(query, given, title=title, by=by)
    written = _written(draft(material, scope), form)
    with output(path, binary=True) as stream:
        stream.write(written)
    click.echo(f"{path}: {many(len(material.incidents), 'incident')}.", err=True)


def _form(path: Path) -> str:
    form = path.suffix.lower()
    if form not in _FORMS:
        message = f"--output {path} must end in {' or '.join(_FORMS)}"
        raise SettingError(message, path=str(path))
    return form


def _area(area: str | None, place: str | None) -> str | None:
    if area and place:
        message = "--area and --place are the same option; give one of them"
        raise SettingError(message, area=area, place=place)
    return area or place


def _material(store: "Reading", query: Query) -> Material:
    """Load what fits, and what the same reports tell without a place or a day."""
    from dateline.keeping.showing import incidents

    fitting = tuple(incidents(store, query))
    reports = {report.id for incident in fitting for report in incident.reports}
    known = {incident.id for incident in fitting}
    loose: dict[str, Incident] = {}
    for wider in _without(query):
        for incident in incidents(store, wider):
            if incident.id not in known and reports.intersection(r.id for r in incident.reports):
                loose[incident.id] = incident
    return Material(incidents=fitting, loose=tuple(loose.values()))


def _without(query: Query) -> list[Query]:
    """Ask for what has no day within the area, no place within the days, and neither."""
    nowhere = replace(query, box=None, near=None, country=None, placed=False)
    undated = replace(query, since=None, until=None, dated=False)
    neither = replace(nowhere, since=None, until=None, dated=False)
    return [] if query.placed is False or query.dated is False else [undated, nowhere, neither]


def _scope(query: Query, given: dict[str, Any], *, title: str | None, by: str) -> Scope:
    filters = [words.format(given[name]) for name, words in _FILTERS.items() if given[name]]
    return Scope(
        title=title,
        area=_where(query, given),
        since=query.since,
        until=query.until,
        filters=tuple(filters),
        by=by,
    )


def _where(query: Query, given: dict[str, Any]) -> str | None:
    if query.box:
        return f"the box {given['box']}"
    from dateline.knowledge.gazetteer.countries import country_of

    place: str | None = given["place"]
    if query.country and (country := country_of(query.country)):
        return country.name
    if not query.near:
        return place
    return f"{place or given['near']} and {query.near.km:g} km around"


def _written(report: Sitrep, form: str) -> bytes:
    from dateline.publish.sitrep.html import as_html
    from dateline.publish.sitrep.pdf import as_pdf

    return as_pdf(report) if form == ".pdf" else as_html(report).encode()


COMMAND = sitrep
