"""``dateline backup``: a copy of the record."""

from pathlib import Path

import click

from dateline.cli._record import opened, record_option


@click.command("backup")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@record_option
def backup(path: Path, *, address: str) -> None:
    """Copy the record to PATH while it may be in use; PATH appears whole or not at all."""
    from dateline.store import hidden

    with opened(address) as store:
        store.backup(path)
    click.echo(f"Copied {hidden(address)} to {path}.", err=True)


COMMAND = backup
