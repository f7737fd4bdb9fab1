"""``dateline load``: a data set of ``dateline batch`` into a record."""

import sys
from pathlib import Path

import click

from dateline.cli._record import record_option


@click.command("load")
@click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@record_option
def load(*, folder: Path, address: str) -> None:
    """Bring a data set into a record without reading its reports anew.

    The record is the one that `dateline add` makes of the same reports. It may be interrupted at
    any moment: run it again and it goes on.
    """
    from dateline.batch.loading import found_in
    from dateline.batch.loading import load as load_into
    from dateline.store import hidden, open_store

    found = found_in(folder)
    with open_store(address) as store:
        loaded = load_into(found, store, told=_told)
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    words = [f"{loaded.counts[word]:,} {word}" for word in ("added", "changed", "known")]
    click.echo(f"{hidden(address)}: {', '.join(words)}.", err=True)
    if loaded.missing:
        some = f"{loaded.missing:,} of {loaded.missing + loaded.shards:,} shards"
        click.echo(f"{some} are not coded yet; run `dateline batch`, then load again.", err=True)


def _told(done: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{done:,} of {of:,} shards", nl=False, err=True)


COMMAND = load
