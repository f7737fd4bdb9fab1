"""``dateline incidents``: what the record holds, in a list."""

import sys
from typing import Any

import click

from dateline.cli._query import made_query, query_options
from dateline.cli._record import opened, record_option


@click.command("incidents")
@record_option
@query_options
@click.option("--limit", type=click.IntRange(min=1, max=1_000_000), default=50, show_default=True)
def incidents(*, address: str, limit: int, **given: Any) -> None:
    """List the incidents of a record, the latest first.

    The conditions all hold. Undated incidents fit no days, unplaced ones no area; --undated and
    --unplaced list them.
    """
    from dateline.keeping.showing import search
    from dateline.publish.terminal import incident_list
    from dateline.publish.terminal.screen import show

    query = made_query(limit=limit + 1, **given)
    with opened(address) as store:
        found = search(store, query)
    show(incident_list.view(found[:limit]), sys.stdout)
    if len(found) > limit:
        click.echo(f"The latest {limit:,}; there are more: --limit {2 * limit}.", err=True)


COMMAND = incidents
