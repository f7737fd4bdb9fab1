"""``dateline reread``: the reports of a record anew, by this version of the program."""

from functools import partial

import click

from dateline.cli._record import opened, record_option
from dateline.cli._reports import workers_option


@click.command("reread")
@record_option
@click.option("--all", "everything", is_flag=True, help="Also what this version has read.")
@workers_option
def reread(*, address: str, everything: bool, workers: int) -> None:
    """Read the reports of a record anew where another version of Dateline read them.

    Judgements stay with the words they were made on.
    """
    from dateline import version
    from dateline.keeping.changing import keep
    from dateline.keeping.rereading import outdated
    from dateline.pipeline import Reader

    with opened(address) as store:
        reports = list(outdated(store, "" if everything else version()))
        for record in Reader().read_many(reports, workers=workers) if reports else ():
            store.change(partial(keep, records=[record], program=version()))
    click.echo(f"Read {len(reports):,} reports anew.", err=True)


COMMAND = reread
