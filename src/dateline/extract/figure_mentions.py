"""The figure that a count makes: its quote, bounds and population."""

from dataclasses import replace

from dateline.extract.figure_counted import Counted
from dateline.extract.figure_parts import PEOPLE
from dateline.extract.figure_senses import Fate
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse

_ADJACENT = 4  # tokens between a phrase and the verb that its quote takes in
_AFTER = frozenset(("state", "passive", "reduced", "subject"))


def mention_of(parse: Parse, counted: Counted, measure: str, fate: Fate | None) -> FigureMention:
    """Make the figure of what is counted; its quote takes in the verb where it stands close."""
    number = counted.number
    none = number.qualifier == "none" or (fate is not None and fate.group == "unhurt")
    first, end = _quoted(parse, counted, fate)
    return FigureMention(
        first=first,
        end=end,
        head=counted.node,
        rule=f"figure/{fate.rule if fate else 'noun'}",
        measure=measure,
        low=0 if none else number.low,
        high=0 if none else number.high,
        qualifier="exact" if none else number.qualifier,
        population=_population(counted, measure),
        unit=counted.unit,
        anchor=fate.anchor if fate else None,
    )


def _quoted(parse: Parse, counted: Counted, fate: Fate | None) -> tuple[int, int]:
    """Take the verb into the quote where it stands close: "four people were killed"."""
    first, end = counted.first, counted.end
    if fate is None:
        return first, end
    between = parse.words[end : fate.anchor]
    close = end <= fate.anchor < end + _ADJACENT and all(word[0].isalnum() for word in between)
    if fate.rule in _AFTER and close:
        return first, fate.anchor + 1
    if fate.rule == "object" and first - _ADJACENT < fate.anchor < first:
        return fate.anchor, end
    return first, end


def _population(counted: Counted, measure: str) -> str | None:
    if counted.noun.kind == "person":
        men = measure == "troops" and counted.noun.population == "man"
        return "military" if men else counted.noun.population
    return "people" if measure in PEOPLE else None


def joined(one: FigureMention, other: FigureMention) -> FigureMention:
    """Add up two single ones: "a woman and her son"."""
    same = one.population == other.population
    return replace(
        one,
        end=other.end,
        low=(one.low or 0) + (other.low or 0),
        high=(one.high or 0) + (other.high or 0),
        population=one.population if same else "mixed",
    )
