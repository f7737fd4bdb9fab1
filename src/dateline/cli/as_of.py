"""``dateline as-of``: the record as it was known on a day."""

from datetime import datetime

import click

from dateline.cli._record import DAY, opened

_COMMANDS = ("export", "figures", "incident", "incidents", "lineage", "report", "sitrep")


@click.command(
    "as-of", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.argument("day", type=DAY, metavar="DATE")
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="[COMMAND] [ARGUMENT]...")
@click.pass_context
def as_of(ctx: click.Context, day: datetime, words: tuple[str, ...]) -> None:
    """Show the record as it was known on a day: made of what had been published by then.

    COMMAND is one that shows the record (export, figures, incident, incidents, lineage, report,
    sitrep), by default incidents, with its own arguments: `dateline as-of 2024-05-11 incident ID`.
    An incident that bore another id then is found by its id of now.
    """
    from dateline.cli import COMMANDS
    from dateline.keeping.history import as_of as past_record
    from dateline.keeping.history import past_id

    named = bool(words) and words[0] in _COMMANDS
    name, arguments = (words[0], words[1:]) if named else ("incidents", words)
    command = COMMANDS[name]
    asked = command.make_context(name, list(arguments), parent=ctx)
    with opened(asked.params["address"]) as store, past_record(store, day.date()) as past:
        ctx.find_root().obj = past
        known = [past_id(store, past, argument) for argument in arguments]
        with command.make_context(name, known, parent=ctx) as inner:
            command.invoke(inner)


COMMAND = as_of
