"""Figures in plain words: "at least 4 killed (including 2 children), according to X"."""

from collections.abc import Sequence

from dateline.publish.prose import listed, on_one_line
from dateline.records import Figure

# What is counted, after the number; {} stands for the people it counts.
_MEASURES = {
    "killed": "{} killed",
    "injured": "{} injured",
    "casualties": "{} killed or injured",
    "missing": "{} missing",
    "detained": "{} detained",
    "abducted": "{} abducted",
    "released": "{} released",
    "displaced": "{} displaced",
    "evacuated": "{} evacuated",
    "rescued": "{} rescued",
    "trapped": "{} trapped",
    "troops": "troops",
    "weapons-used": "weapons used",
    "weapons-destroyed": "weapons destroyed",
    "structures-damaged": "structures damaged",
    "structures-destroyed": "structures destroyed",
    "people-affected": "{} affected",
    "aid-value": "{} in aid",
}
_WEIGHTS = {measure: weight for weight, measure in enumerate(_MEASURES)}
_PLAIN = {"people-affected": "people"}  # where "5 affected" would leave open what is affected
_QUOTED = ("distance", "other")  # the report's words say better what is measured
_ONE = {
    "weapons-used": "weapon used",
    "weapons-destroyed": "weapon destroyed",
    "structures-damaged": "structure damaged",
    "structures-destroyed": "structure destroyed",
    "troops": "soldier",
}
# Singular and plural of the populations that deserve a word of their own.
_PEOPLE = {
    "civilian": ("civilian", "civilians"),
    "military": ("soldier", "soldiers"),
    "combatant": ("fighter", "fighters"),
    "child": ("child", "children"),
    "woman": ("woman", "women"),
    "man": ("man", "men"),
    "aid-worker": ("aid worker", "aid workers"),
    "journalist": ("journalist", "journalists"),
    "police": ("police officer", "police officers"),
}


def weight(measure: str) -> int:
    """Rank a measure: people before things, the dead before all."""
    return _WEIGHTS.get(measure, len(_WEIGHTS))


def sentences(figures: Sequence[Figure]) -> list[str]:
    """Say the figures with their parts, those of one owner together."""
    ids = {figure.id for figure in figures}
    wholes = [figure for figure in figures if figure.of not in ids]
    said: dict[str | None, list[str]] = {}
    for whole in wholes:
        parts = [figure for figure in figures if figure.of == whole.id]
        said.setdefault(whole.by, []).append(_whole(whole, parts))
    return [_owned(listed(words), owner) for owner, words in said.items()]


def in_words(figure: Figure) -> str:
    """Say one figure without its owner."""
    if figure.measure in _QUOTED:
        return f"“{on_one_line(figure.quote)}”"
    if (figure.low, figure.high) == (0, 0):
        return f"no {_counted(figure)}" if _things(figure) else f"no one {_counted(figure)}"
    return f"{_bounds(figure)} {_counted(figure)}"


def number(value: float) -> str:
    """Write 12000.0 as 12,000."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def _whole(whole: Figure, parts: Sequence[Figure]) -> str:
    words = in_words(whole)
    if parts:
        words += f" (including {listed(_part(part, whole) for part in parts)})"
    return f"{words} in total" if whole.scope == "total" else words


def _owned(words: str, owner: str | None) -> str:
    return f"{words}, according to {on_one_line(owner)}" if owner else words


def _part(part: Figure, whole: Figure) -> str:
    if part.measure == whole.measure and part.population in _PEOPLE:
        return f"{_bounds(part)} {_things(part)}"
    return in_words(part)


def _counted(figure: Figure) -> str:
    phrase = _MEASURES.get(figure.measure, figure.measure.replace("-", " "))
    if _single(figure):
        phrase = _ONE.get(figure.measure, phrase)
    return phrase.format(_things(figure) or _PLAIN.get(figure.measure, "")).strip()


def _things(figure: Figure) -> str:
    """Name what is counted: 30 families, 2 children; nothing where it is just people."""
    if figure.unit:
        return on_one_line(figure.unit)
    one, many = _PEOPLE.get(figure.population or "", ("", ""))
    return one if _single(figure) else many


def _single(figure: Figure) -> bool:
    return (figure.low, figure.high) == (1, 1)


def _bounds(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "an unknown number of"
    if high is None:
        return f"at least {number(low or 0)}"
    if low is None:
        return f"up to {number(high)}"
    words = number(low) if low == high else f"{number(low)} to {number(high)}"
    return f"about {words}" if figure.qualifier == "about" else words
