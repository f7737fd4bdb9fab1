"""``dateline sitrep``: the situation report."""

from pathlib import Path
from typing import Any

import click

from dateline.cli._output import opened as output
from dateline.cli._query import made_query, query_options
from dateline.cli._record import opened, record_option
from dateline.errors import SettingError
from dateline.publish.sitrep.contents import Sitrep

_FORMS = (".html", ".pdf")


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
    from dateline.keeping import reporting
    from dateline.publish.sitrep.drafting import draft
    from dateline.publish.sitrep.wordings import many

    form = _form(path)
    given["place"] = _area(given.pop("area"), given["place"])
    query = made_query(**given)
    with opened(address) as store:
        found = reporting.material(store, query)
    about = reporting.scope(query, given, title=title, by=by)
    written = _written(draft(found, about), form)
    with output(path, binary=True) as stream:
        stream.write(written)
    click.echo(f"{path}: {many(len(found.incidents), 'incident')}.", err=True)


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


def _written(report: Sitrep, form: str) -> bytes:
    from dateline.publish.sitrep.html import as_html
    from dateline.publish.sitrep.pdf import as_pdf

    return as_pdf(report) if form == ".pdf" else as_html(report).encode()


COMMAND = sitrep
