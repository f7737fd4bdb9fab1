"""``dateline codes``: the codebook the program works with."""

import sys

import click


@click.command("codes")
@click.argument("kind", required=False)
def codes(kind: str | None) -> None:
    """List the kinds of events, or show one KIND in full."""
    from dateline.knowledge.ontology import kind_named, kinds
    from dateline.publish import Options
    from dateline.publish.terminal.codes import all_kinds, one_kind
    from dateline.publish.terminal.screen import Screen

    view = one_kind(kind, kind_named(kind)) if kind else all_kinds(kinds())
    Screen(sys.stdout, Options()).show(view)


COMMAND = codes
