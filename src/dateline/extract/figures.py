"""Find figures: numbers of people and things with what became of them.

>>> [figure] = find_figures(parse)    # "The blast killed at least four farmers."
>>> figure.measure, figure.low, figure.high, figure.population
('killed', 4.0, None, 'civilian')
"""

from dataclasses import replace

from dateline.extract.figure_ages import is_age
from dateline.extract.figure_cases import scoped
from dateline.extract.figure_counted import Counted
from dateline.extract.figure_measures import FigureReading, read_figure
from dateline.extract.figure_nouns import find_counted
from dateline.extract.figure_singles import find_singles
from dateline.extract.figure_sizes import SIZES
from dateline.extract.figure_speakers import speaks
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, load_figure_words

_STOPS = frozenset(("VB", "MD", "WP", "WD", "_S", "."))
_BREAKS = frozenset(";:()")
_SENTENCE_ENDS = (".", "!", "?", ".”", '."')
_LONGEST_HEADLINE = 160  # characters
_GAP = 9  # tokens between two parts of an enumeration


def find_figures(parse: Parse) -> list[FigureMention]:
    """Find the figures of a text, in its order."""
    words = load_figure_words()
    reading = FigureReading(parse, words)
    items = _items(parse)
    for counted, chain in zip(items, _chains(parse, items, words), strict=True):
        figure = read_figure(reading, counted, chain)
        if figure is not None:
            reading.add(scoped(parse, figure, words), counted)
    return _without_headline(parse, reading.figures)


def _items(parse: Parse) -> list[Counted]:
    """List what is counted, in the order of the text."""
    numbered = list(find_counted(parse))
    taken = {token for c in numbered for token in range(c.first, c.end)}
    singles = [s for s in find_singles(parse) if taken.isdisjoint(range(s.first, s.end))]
    counts = (c for c in (*numbered, *singles) if not (speaks(parse, c) or is_age(parse, c)))
    return sorted(counts, key=lambda c: (c.first, c.end))


def _chains(parse: Parse, items: list[Counted], words: FigureWords) -> list[tuple[int, int]]:
    """Give each item the first token and the end of the enumeration it is part of."""
    chains: list[tuple[int, int]] = []
    start = 0
    for index, item in enumerate(items):
        last = index + 1 == len(items)
        if last or not _linked(parse, item, items[index + 1], words):
            chains += [(items[start].first, item.end)] * (index + 1 - start)
            start = index + 1
    return chains


def _linked(parse: Parse, one: Counted, other: Counted, words: FigureWords) -> bool:
    """Tell whether two phrases stand in one enumeration, with no verb between them."""
    if not one.end < other.first <= one.end + _GAP:
        return False
    if parse.lowers[other.first - 1] not in words.grammar.links:
        return False
    if one.noun.kind in SIZES or other.noun.kind in SIZES:
        return False
    between = range(one.end, other.first)
    return not any(parse.tags[t][:2] in _STOPS or parse.words[t] in _BREAKS for t in between)


def _without_headline(parse: Parse, figures: list[FigureMention]) -> list[FigureMention]:
    """Leave out the numbers of a first line that the text below repeats."""
    line = _headline(parse.text)
    below = {_value(f) for f in figures if parse.starts[f.first] > line >= 0}
    kept = [
        index
        for index, figure in enumerate(figures)
        if parse.starts[figure.first] > line or _value(figure) not in below
    ]
    place: dict[int | None, int] = {old: new for new, old in enumerate(kept)}
    return [replace(figures[old], whole=place.get(figures[old].whole)) for old in kept]


def _headline(text: str) -> int:
    """Return where the first line ends, if it is a headline, else -1."""
    line = text.partition("\n")[0].rstrip()
    told = line.endswith(_SENTENCE_ENDS) or len(line) > _LONGEST_HEADLINE
    return -1 if told else text.find("\n")


def _value(figure: FigureMention) -> tuple[str, float | None, float | None]:
    return figure.measure, figure.low, figure.high
