"""Find the words that a cue gives to its speaker: the content of the claim, frame by frame."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.extract.claim_clauses import behind, find_clause, find_that
from dateline.extract.claim_cues import Cue
from dateline.extract.claim_edges import Reach, Span, quotation_in, stop_of
from dateline.extract.claim_objects import (
    find_as,
    find_at,
    find_infinitive,
    find_object,
    find_of,
    find_predicate,
)
from dateline.extract.claim_view import View


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens ``first`` to before ``end``; the frame and stance by which the cue reached them."""

    first: int
    end: int
    frame: str
    stance: str


def find_content(view: View, cue: Cue, later: list[Cue], *, nested: bool = False) -> Content | None:
    """Find the content of a cue; ``later`` are the cues behind it in its sentence.

    A cue ``nested`` in the content of another reaches only what follows it.
    """
    stop = stop_of(view, cue, later)
    for frame, find in _FRAMES.items():
        for group in cue.frames.get(frame, ()):
            span = _find(Reach(view, cue, group, stop), find, nested=nested)
            if span and span[0] < span[1]:
                return Content(*span, frame, group.stance)
    return None


def _find(reach: Reach, find: Callable[[Reach], Span | None], *, nested: bool) -> Span | None:
    view, cue, after = reach.view, reach.cue, reach.group.after
    if after and view.parse.lowers[cue.token + 1 : cue.token + 2] not in [[word] for word in after]:
        return None
    span = find(reach)
    if span and reach.group.quoted:
        return quotation_in(view, *span)
    return behind(reach) if span and nested and span[0] < cue.first else span


# In this order: what a preposition, a number or "as" marks is surer than a bare clause.
_FRAMES: dict[str, Callable[[Reach], Span | None]] = {
    "of": find_of,
    "at": find_at,
    "as": find_as,
    "predicate": find_predicate,
    "infinitive": find_infinitive,
    "clause": find_clause,
    "that": find_that,
    "object": find_object,
}
