"""What analysts decided, in a terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from dateline.publish.prose import on_one_line
from dateline.records import Anchor, Judgement


def view(judgements: Sequence[Judgement]) -> Iterator[RenderableType]:
    """Show every judgement, the first one first."""
    if not judgements:
        yield Text("No judgements.", style="dim")
    for judgement in judgements:
        yield Text(sentence(judgement))


def sentence(judgement: Judgement) -> str:
    """Say what an analyst decided, on what, when and why."""
    value = f" {judgement.value}" if judgement.value else ""
    on = " and ".join(_ref(held) for held in (judgement.left, judgement.right) if held)
    head = f"{judgement.number}  {judgement.at}  {on_one_line(judgement.author)}"
    return f"{head}: {judgement.verdict}{value}, {on} — {on_one_line(judgement.reason)}"


def _ref(held: Anchor) -> str:
    return f"{held.report}/{held.event}"
