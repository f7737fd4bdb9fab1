"""``dateline export``: the record in the forms others take."""

from pathlib import Path
from typing import Any

import click

from dateline.cli._output import opened as output
from dateline.cli._query import made_query, query_options
from dateline.cli._record import opened, record_option
from dateline.publish import INCIDENT_EXPORTS


class _Export(click.Command):
    """The command, with what the formats are at the end of its help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Formats"):
            formatter.write_dl(
                [(name, form.description) for name, form in INCIDENT_EXPORTS.items()]
            )


@click.command("export", cls=_Export)
@click.option("--format", "name", type=click.Choice(INCIDENT_EXPORTS.names()), required=True)
@click.option(
    "--output",
    "path",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="PATH",
    help="Write to a file, which appears whole or not at all.",
)
@record_option
@query_options
def export(*, name: str, path: Path | None, address: str, **given: Any) -> None:
    """Write the incidents of a record, all or those that fit, in the order of their ids."""
    from dateline.keeping.showing import incidents

    form = INCIDENT_EXPORTS[name]
    with opened(address) as store, output(path, binary=form.binary) as stream:
        form.write(incidents(store, made_query(**given)), stream)


COMMAND = export
