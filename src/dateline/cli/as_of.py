"""``dateline as-of``: the record as it was known on a day."""

from datetime import datetime

import click

from dateline.cli._record import DAY, opened, record_option

_COMMANDS = ("export", "figures", "incident", "incidents", "lineage", "report", "sitrep")


@click.command(
    "as-of", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@record_option
@click.argument("day", type=DAY, metavar="DATE")
@click.argument("command", type=click.Choice(_COMMANDS), default="incidents")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[ARGUMENT]...")
@click.pass_context
def as_of(
    ctx: click.Context,
    day: datetime,
    command: str,
    arguments: tuple[str, ...],
    *,
    address: str,
) -> None:
    """Show the record as it was known on a day: made of what had been published by then.

    COMMAND is one that shows the record, by default incidents, with its own arguments: `dateline
    as-of 2024-05-11 incident ID`. An incident that bore another id then is found by its id of now.
    """
    from dateline.cli import COMMANDS
    from dateline.keeping.history import as_of as past_record
    from dateline.keeping.history import past_id

    with opened(address) as store, past_record(store, day.date()) as past:
        ctx.find_root().obj = past
        known = [past_id(store, past, argument) for argument in arguments]
        inner = COMMANDS[command]
        with inner.make_context(command, known, parent=ctx) as context:
            inner.invoke(context)


COMMAND = as_of
