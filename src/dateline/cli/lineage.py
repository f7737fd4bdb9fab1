"""``dateline lineage``: whose words a report's words are."""

import sys

import click

from dateline.cli._record import opened, record_option


@click.command("lineage")
@click.argument("report_id", metavar="REPORT")
@record_option
def lineage(report_id: str, *, address: str) -> None:
    """Show where the words of a report come from, and who took them from it.

    REPORT is an id as `dateline incident` shows it.
    """
    from dateline.keeping import showing
    from dateline.publish.terminal import lineage as page
    from dateline.publish.terminal.screen import show

    with opened(address) as store:
        traced = showing.trace(store, showing.named_report(store, report_id))
    show(page.view(traced), sys.stdout)


COMMAND = lineage
