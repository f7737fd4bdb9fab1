"""``dateline incident``: all that is known of one happening."""

import sys

import click

from dateline.cli._record import opened, record_option


@click.command("incident")
@click.argument("incident_id", metavar="ID")
@record_option
@click.option("--names", is_flag=True, help="Show the names of private victims, too.")
def incident(incident_id: str, *, address: str, names: bool) -> None:
    """Show one incident: what, where, when, who, and on whose word.

    Then the ledger of its figures, its claims, its reports grouped by origin, and why its events
    are held to be one. ID is as `dateline incidents` shows it.
    """
    from dateline.keeping import showing
    from dateline.publish.terminal import incident as page
    from dateline.publish.terminal.screen import show

    with opened(address) as store:
        found = showing.incident(store, incident_id)
    show(page.view(found, names=names), sys.stdout)


COMMAND = incident
