"""``dateline figures``: the ledger of one incident over time."""

import sys

import click

from dateline.cli._record import opened, record_option


@click.command("figures")
@click.argument("incident_id", metavar="ID")
@record_option
def figures(incident_id: str, *, address: str) -> None:
    """Show the figures of an incident over time.

    For each measure low, best and high, and every value with its giver, hedge, report and words;
    what was replaced or taken back stays in view.
    """
    from dateline.keeping import showing
    from dateline.publish.terminal import ledger
    from dateline.publish.terminal.screen import show

    with opened(address) as store:
        found = showing.incident(store, incident_id)
    show(ledger.view(found), sys.stdout)


COMMAND = figures
