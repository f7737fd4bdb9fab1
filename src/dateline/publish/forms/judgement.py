"""What an analyst decided, as the API gives it: with its sentence, and whether it stands."""

from dataclasses import dataclass
from typing import Any

import msgspec

from dateline.publish.prose import on_one_line
from dateline.records import Anchor, Judgement, Quote

_SAID = {
    "same": "held to be one happening",
    "different": "held to be different happenings",
    "unsure": "left open whether they are one",
    "accept": "found rightly coded",
    "reject": "held to be no event",
    "comment": "a remark",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementForm:
    """A judgement; ``old`` is the value a correction replaced, ``value`` the one it gives."""

    number: int
    verdict: str
    left: Anchor
    right: Anchor | None
    value: Any
    field: str | None
    quote: Quote | None
    figure: Quote | None
    old: Any
    reason: str
    author: str
    at: str
    standing: bool
    words: str


def judgement_form(judgement: Judgement, *, standing: bool = True) -> JudgementForm:
    """Put a judgement into the form of the API."""
    told = judgement.correction
    return JudgementForm(
        number=judgement.number,
        verdict=judgement.verdict,
        left=judgement.left,
        right=judgement.right,
        value=_decoded(told.value) if told else judgement.value,
        field=told.field if told else None,
        quote=told.quote if told else None,
        figure=told.old if told else None,
        old=_decoded(told.before) if told else None,
        reason=judgement.reason,
        author=judgement.author,
        at=judgement.at,
        standing=standing,
        words=words(judgement),
    )


def words(judgement: Judgement) -> str:
    """Say in a sentence what was decided, and by whom."""
    return f"{on_one_line(judgement.author)}: {_on(judgement)} {_said(judgement)}."


def _said(judgement: Judgement) -> str:
    value, told = judgement.value, judgement.correction
    if judgement.verdict == "undo":
        return f"judgement {value} taken back"
    if judgement.verdict == "grade":
        return f"graded {value}"
    if judgement.verdict == "sensitive":
        return "marked as sensitive" if value == "yes" else "marked as not sensitive"
    if told is not None:
        gave = "added" if told.before is None and told.field == "figure" else "corrected"
        return f"{told.field} {'taken out' if told.value is None else gave}"
    return _SAID.get(judgement.verdict, judgement.verdict)


def _on(judgement: Judgement) -> str:
    ends = (judgement.left, judgement.right)
    return " and ".join(f"{held.report}/{held.event}" for held in ends if held)


def _decoded(value: str | None) -> Any:
    return None if value is None else msgspec.json.decode(value)
