"""Find figures: numbers of people and things with what became of them.

    >>> [figure] = find_figures(parse)    # "The blast killed at least four farmers."
    >>> figure.measure, figure.low, figure.high, figure.population
    ('killed', 4.0, None, 'civilian')
"""

from dateline.extract.figure_fates import Fate, find_fates
from dateline.extract.figure_nouns import Counted, find_counted
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, load_figure_words

# Without a verb that says more, things of these classes are still counted.
_DEFAULTS = {
    "military": "troops",
    "police": "troops",
    "combatant": "troops",
    "munition": "other",
    "armour": "other",
    "aircraft": "other",
    "vehicle": "other",
    "vessel": "other",
    "arms": "other",
    "animal": "other",
    "goods": "other",
    "attack": "other",
    "distance": "distance",
    "size": "other",
    "money": "other",
}


def find_figures(parse: Parse) -> list[FigureMention]:
    """Find the figures of a text, in its order."""
    words = load_figure_words()
    out: list[FigureMention] = []
    for counted in find_counted(parse):
        figure = _figure(parse, counted, words)
        if figure is not None:
            out.append(figure)
    return out


def _figure(parse: Parse, counted: Counted, words: FigureWords) -> FigureMention | None:
    found = _measure(parse, counted, words)
    if found is None:
        return None
    measure, fate = found
    number = counted.number
    none = number.qualifier == "none"
    if none and measure not in ("killed", "injured", "casualties", "detained", "structures-damaged", "missing"):
        return None
    return FigureMention(
        first=counted.first,
        end=counted.end,
        head=counted.node,
        rule=f"figure:{fate.rule if fate else 'class'}",
        measure=measure,
        low=number.low,
        high=number.high,
        qualifier="exact" if none else number.qualifier,
        population=_population(counted, measure),
        unit=counted.unit,
        anchor=fate.anchor if fate else None,
    )


def _measure(
    parse: Parse, counted: Counted, words: FigureWords
) -> tuple[str, Fate | None] | None:
    toll = words.tolls.get(counted.word)
    if toll:
        return toll, Fate("toll", counted.node, "toll")
    if counted.noun.kind not in ("distance", "size", "money"):
        for fate in find_fates(parse, counted, words):
            measure = words.measure(fate.group, counted.noun)
            if measure:
                return measure, fate
    weak = words.weak_tolls.get(counted.word)
    if weak:
        return weak, Fate("toll", counted.node, "toll")
    default = _DEFAULTS.get(counted.noun.population or "") or _DEFAULTS.get(counted.noun.kind)
    return (default, None) if default else None


def _population(counted: Counted, measure: str) -> str | None:
    if counted.noun.kind == "person":
        return counted.noun.population
    return "people" if measure in ("killed", "injured", "casualties", "missing", "detained", "abducted", "released", "displaced", "evacuated", "rescued", "trapped", "people-affected", "troops") else None
