"""``dateline review``: what an analyst signs, rejects or remarks."""

import sys

import click

from dateline.cli._record import author_option, opened, reason_option, record_option


@click.group("review")
def review() -> None:
    """Grade incidents, reject events that are none, and keep remarks.

    Each is kept with author, time and reason, and is never overwritten.
    """


@review.command("grade")
@click.argument("incident_id", metavar="INCIDENT")
@click.argument("value", metavar="GRADE")
@reason_option
@author_option
@record_option
def grade(incident_id: str, value: str, *, reason: str, author: str, address: str) -> None:
    """Sign a grade: confirmed, fair, weak, contested or discounted."""
    from dateline.keeping.judging import Signature, graded

    with opened(address) as store, store.writing() as write:
        kept = graded(write, incident_id, value, Signature(author=author, reason=reason))
    click.echo(f"Judgement {kept.number}: {incident_id} is graded {value} by {author}.")


@review.command("reject")
@click.argument("event", metavar="EVENT")
@reason_option
@author_option
@record_option
def reject(event: str, *, reason: str, author: str, address: str) -> None:
    """Hold an event, named as report/event, to be none: no incident keeps it."""
    _on_event("reject", event, reason=reason, author=author, address=address)


@review.command("accept")
@click.argument("event", metavar="EVENT")
@reason_option
@author_option
@record_option
def accept(event: str, *, reason: str, author: str, address: str) -> None:
    """Hold an event to be rightly coded; takes back a rejection."""
    _on_event("accept", event, reason=reason, author=author, address=address)


@review.command("comment")
@click.argument("incident_id", metavar="INCIDENT")
@reason_option
@author_option
@record_option
def comment(incident_id: str, *, reason: str, author: str, address: str) -> None:
    """Keep a remark on an incident; --reason is the remark."""
    from dateline.keeping.judging import Signature, commented

    with opened(address) as store, store.writing() as write:
        kept = commented(write, incident_id, Signature(author=author, reason=reason))
    click.echo(f"Judgement {kept.number}: a comment on {incident_id}.")


@review.command("log")
@record_option
def log(*, address: str) -> None:
    """List every judgement, the first one first."""
    from dateline.publish.terminal import judgements
    from dateline.publish.terminal.screen import show

    with opened(address) as store:
        show(judgements.view(store.judgements()), sys.stdout)


def _on_event(verdict: str, event: str, *, reason: str, author: str, address: str) -> None:
    from dateline.keeping.judging import Signature, ruled

    with opened(address) as store, store.writing() as write:
        kept = ruled(write, verdict, event, Signature(author=author, reason=reason))
    click.echo(f"Judgement {kept.number}: {verdict} {event}.")


COMMAND = review
