"""``dateline add``: reports into a record."""

from datetime import datetime

import click

from dateline.cli._record import record_option
from dateline.cli._reports import (
    Reports,
    any_language_option,
    published_option,
    workers_option,
)


@click.command("add")
@click.argument("files", metavar="PATH...", nargs=-1, required=True)
@record_option
@published_option
@any_language_option
@workers_option
@click.pass_context
def add(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    address: str,
    published: datetime | None,
    any_language: bool,
    workers: int,
) -> None:
    """Read reports into a record.

    PATH is a report, a file of several, a folder, or - for standard input. A report that the record
    has is passed over; one whose text was changed becomes a new version. It may be interrupted at
    any moment: run it again and it goes on. The exit code is 0 only when everything was read.
    """
    from dateline.cli._adding import Adding
    from dateline.store import open_store

    reports = Reports(files, published=published, any_language=any_language, unique=False)
    with open_store(address) as store:
        adding = Adding(store, workers=workers)
        adding.run(reports)
    adding.sum_up(reports.rejections, address)
    ctx.exit(1 if reports.rejections else 0)


COMMAND = add
