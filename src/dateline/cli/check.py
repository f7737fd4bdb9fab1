"""``dateline check``: whether a record holds together."""

import click

from dateline.cli._record import opened, record_option


@click.command("check")
@record_option
@click.pass_context
def check(ctx: click.Context, *, address: str) -> None:
    """Check that every quote is in its report and that nothing refers to what is not there.

    The exit code is 0 only when nothing is wrong.
    """
    from dateline.store import hidden

    with opened(address) as store:
        faults = 0
        for fault in store.check():
            faults += 1
            click.echo(f"{fault.subject}: {fault.words}")
        sizes = ", ".join(f"{count:,} {noun}" for noun, count in store.counts().items())
    if faults:
        click.echo(f"{faults} faults. Restore a copy that `dateline backup` made.", err=True)
        ctx.exit(1)
    click.echo(f"{hidden(address)} holds together: {sizes}.")


COMMAND = check
