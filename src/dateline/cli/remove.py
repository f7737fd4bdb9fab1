"""``dateline remove``: a report out of the record."""

from functools import partial

import click

from dateline.cli._record import opened, record_option


@click.command("remove")
@click.argument("report_ids", metavar="REPORT...", nargs=-1, required=True)
@record_option
def remove(report_ids: tuple[str, ...], *, address: str) -> None:
    """Take reports out of the record, with all their versions.

    The record is then as if they had never been there; the ids of incidents that go with them say
    where to look.
    """
    from dateline.keeping import changing, showing

    with opened(address) as store:
        for report_id in report_ids:
            showing.named_report(store, report_id)
        for report_id in report_ids:
            store.change(partial(changing.remove, report=report_id))
            click.echo(f"Removed {report_id}.", err=True)


COMMAND = remove
