"""``dateline batch``: an archive into a data set of records and incidents."""

from datetime import datetime
from pathlib import Path

import click

from dateline.cli._reports import any_language_option, published_option


@click.command("batch")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder of the data set; one that is there is gone on with.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or actors of a Ray cluster.",
)
@click.option("--address", metavar="ADDRESS", help="A Ray cluster that runs, as auto or HOST:PORT.")
@click.option("--workers", type=click.IntRange(min=1), help="By default one for each core.")
@click.option(
    "--where",
    "conditions",
    multiple=True,
    metavar="KEY=VALUE",
    help="Only reports with from=DATE, to=DATE, language=CODE, words=WORDS; may be given again.",
)
@published_option
@any_language_option
@click.option(
    "--limit",
    type=click.FloatRange(min=0, min_open=True),
    default=120.0,
    show_default=True,
    metavar="SECONDS",
    help="What one report may take before it is put aside.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=1024),
    default=3072,
    show_default=True,
    metavar="MB",
    help="What one worker may take, the loaded reader and one shard among it.",
)
@click.option(
    "--incidents/--no-incidents", default=True, show_default=True, help="Make incidents, too."
)
@click.option("--again", is_flag=True, help="Code everything anew, whatever is there.")
@click.pass_context
def batch(
    ctx: click.Context,
    *,
    inputs: tuple[str, ...],
    out: Path,
    engine: str,
    address: str | None,
    workers: int | None,
    conditions: tuple[str, ...],
    published: datetime | None,
    any_language: bool,
    limit: float,
    memory: int,
    incidents: bool,
    again: bool,
) -> None:
    """Read an archive into a data set of Parquet files.

    INPUT is a file, a folder, or an address that fsspec knows, as s3://bucket/news/*.warc.gz: JSON
    Lines, Parquet, WARC or ZIP, packed or not, and whatever `dateline read` takes. It may be
    interrupted at any moment: run it again and it goes on. The exit code is 0 only when everything
    was read.
    """
    from dateline.batch.running import Order, run
    from dateline.batch.task import Settings
    from dateline.batch.where import where
    from dateline.cli._batch_progress import Progress

    order = Order(
        inputs=inputs,
        out=out,
        engine=engine,
        address=address,
        workers=workers,
        limit=limit,
        memory=memory,
        incidents=incidents,
        again=again,
        settings=Settings(
            published=published.date() if published else None,
            any_language=any_language,
            where=where(conditions),
        ),
    )
    progress = Progress()
    run(order, progress)
    ctx.exit(progress.sum_up())


COMMAND = batch
