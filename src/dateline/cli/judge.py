"""``dateline judge``: whether two events are one happening."""

import click

from dateline.cli._record import author_option, opened, reason_option, record_option


@click.command("judge")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.argument("events", metavar="EVENT EVENT", nargs=2)
@reason_option
@author_option
@record_option
def judge(verdict: str, events: tuple[str, str], *, reason: str, author: str, address: str) -> None:
    """Say that two events are the same happening, or different ones, or take that back: unsure.

    EVENT is named as report/event, such as goma-wire/e1. Nothing is overwritten: a later judgement
    on the same two events counts, and the earlier ones stay in `dateline review log`.
    """
    from dateline.keeping.judging import Signature, judged

    with opened(address) as store, store.writing() as write:
        kept = judged(write, verdict, events, Signature(author=author, reason=reason))
        ids = [write.incident_of(ref) for ref in events]
    where = f"both in {ids[0]}" if ids[0] == ids[1] else f"in {ids[0]} and {ids[1]}"
    click.echo(f"Judgement {kept.number}: {verdict}; now {where}.")


COMMAND = judge
