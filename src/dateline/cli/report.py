"""``dateline report``: one report of the record, as it is now or was before."""

import sys

import click

from dateline.cli._record import opened, record_option


@click.command("report")
@click.argument("report_id", metavar="REPORT")
@record_option
@click.option("--version", type=click.IntRange(min=1), help="An older text of a changed report.")
@click.option("--full", is_flag=True, help="Show the whole text, too.")
def report(report_id: str, *, address: str, version: int | None, full: bool) -> None:
    """Show what a report of the record tells, and its versions."""
    from dateline.keeping import showing
    from dateline.publish import Options
    from dateline.publish.terminal.report import view
    from dateline.publish.terminal.screen import Screen

    with opened(address) as store:
        record = showing.named_report(store, report_id, version)
        versions = store.versions(report_id)
    screen = Screen(sys.stdout, Options())
    screen.show(view(record, evidence=False, width=screen.width))
    if full:
        click.echo(record.report.text)
    if len(versions) > 1:
        told = ", ".join(f"{v.number} (added {v.added[:10]})" for v in versions)
        click.echo(f"Versions: {told}.", err=True)


COMMAND = report
