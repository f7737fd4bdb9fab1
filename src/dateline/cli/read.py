"""``dateline read``: reports in, records out."""

from datetime import datetime
from pathlib import Path

import click

from dateline.cli._output import opened
from dateline.cli._reader import model_reader, reader_options, sum_up
from dateline.cli._reports import (
    Reports,
    any_language_option,
    published_option,
    workers_option,
)
from dateline.publish import EXPORTS, Options


class _Read(click.Command):
    """The command, with what the formats are at the end of its help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Formats"):
            formatter.write_dl([(name, export.description) for name, export in EXPORTS.items()])


@click.command("read", cls=_Read)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@published_option
@any_language_option
@click.option(
    "--format",
    "name",
    type=click.Choice(EXPORTS.names()),
    help="Form of the output; by default the one PATH's suffix names, else table.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="PATH",
    help="Write to a file, which appears whole or not at all.",
)
@click.option("--evidence", is_flag=True, help="Show the words under each field of the table.")
@workers_option
@reader_options
@click.pass_context
def read(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    published: datetime | None,
    any_language: bool,
    name: str | None,
    output: Path | None,
    evidence: bool,
    workers: int,
    reader: str,
    llm_url: str | None,
    llm_model: str | None,
    llm_kept: Path,
) -> None:
    """Read reports and write what they tell.

    FILE is a report, a file of several, a folder, or - for standard input. The exit code is 0 only
    when everything was read.
    """
    from dateline.cli._progress import shown
    from dateline.pipeline import Reader

    asked = model_reader(llm_url, llm_model, llm_kept) if reader == "llm" else None
    reports = Reports(files, published=published, any_language=any_language)
    export = EXPORTS[name or _named_by(output)]
    with opened(output) as stream:
        coded = (
            asked.read_many(reports)
            if asked
            else Reader(encoder=reader == "model").read_many(reports, workers=workers)
        )
        records = shown(coded, reports, stream)
        export.write(reports.counted(records), stream, Options(evidence=evidence))
    reports.sum_up()
    if asked:
        sum_up(asked)
    ctx.exit(1 if reports.rejections else 0)


def _named_by(output: Path | None) -> str:
    """Find the export that writes files of this suffix."""
    suffix = output.suffix if output else ""
    fitting = [name for name, export in EXPORTS.items() if suffix in (export.suffix, f".{name}")]
    return fitting[0] if fitting else "table"


COMMAND = read
