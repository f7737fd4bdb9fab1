"""Find figures: numbers of people and things with what became of them.

    >>> [figure] = find_figures(parse)    # "The blast killed at least four farmers."
    >>> figure.measure, figure.low, figure.high, figure.population
    ('killed', 4.0, None, 'civilian')
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.extract.figure_context import (
    PEOPLE,
    antecedent_of,
    is_attack_count,
    continued,
    heading_of,
    is_captivity,
    is_means,
    is_part,
    is_receiver,
    listed_under,
    population_after,
    scoped,
    size_of,
    whole_of,
)
from dateline.extract.figure_fates import Fate, find_fates, near_fates
from dateline.extract.figure_nouns import BARE, Counted, find_counted
from dateline.extract.figure_singles import find_singles, is_told
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, load_figure_words

_SIZES = frozenset(("distance", "size", "money"))
_NONE_OF = frozenset(
    ("killed", "injured", "casualties", "detained", "structures-damaged", "missing")
)
_PARTS_OF_ONE = frozenset(("killed", "injured", "detained", "abducted", "missing", "released"))
_STOPS = frozenset(("VB", "MD", "WP", "WD", "_S", "."))
_LINKS = frozenset((",", "and", "or", "plus", "&", "as", "well", "a", "also"))


@dataclass(slots=True)
class Reading:
    """What has been read of a text so far: figures, and what each of them counts."""

    parse: Parse
    words: FigureWords
    figures: list[FigureMention] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)

    def add(self, figure: FigureMention, counted: Counted) -> None:
        """Add a figure; a single one joined to another by "and" makes one figure with it."""
        if self.figures and counted.single and self.counted[-1].single:
            last = self.figures[-1]
            joined = self.parse.lowers[last.end : figure.first] == ["and"]
            if joined and last.measure == figure.measure and last.whole == figure.whole:
                self.figures[-1] = _joined(last, figure)
                return
        self.figures.append(figure)
        self.counted.append(counted)


def _joined(one: FigureMention, other: FigureMention) -> FigureMention:
    same = one.population == other.population
    return replace(
        one,
        end=other.end,
        low=(one.low or 0) + (other.low or 0),
        high=(one.high or 0) + (other.high or 0),
        population=one.population if same else "mixed",
    )


def find_figures(parse: Parse) -> list[FigureMention]:
    """Find the figures of a text, in its order."""
    reading = Reading(parse, load_figure_words())
    items = _items(parse)
    for counted, chain in zip(items, _chains(parse, items), strict=True):
        figure = _figure(reading, counted, chain)
        if figure is not None:
            reading.add(scoped(parse, figure, reading.words), counted)
    return _without_headline(parse, reading.figures)


def _without_headline(parse: Parse, figures: list[FigureMention]) -> list[FigureMention]:
    """Leave out the numbers of a first line that the text below repeats."""
    line = parse.text.find("\n")
    told = {(f.measure, f.low, f.high) for f in figures if parse.starts[f.first] > line >= 0}
    kept = [
        index
        for index, f in enumerate(figures)
        if parse.starts[f.first] > line or (f.measure, f.low, f.high) not in told
    ]
    moved = {old: new for new, old in enumerate(kept)}
    return [
        replace(figures[old], whole=moved.get(whole) if (whole := figures[old].whole) is not None else None)
        for old in kept
    ]


def _items(parse: Parse) -> list[Counted]:
    """List what is counted, numbered phrases before single ones at the same place."""
    numbered = list(find_counted(parse))
    taken = {token for c in numbered for token in range(c.first, c.end)}
    singles = [s for s in find_singles(parse) if not taken.intersection(range(s.first, s.end))]
    return sorted([*numbered, *singles], key=lambda c: (c.first, c.end))


def _chains(parse: Parse, items: list[Counted]) -> list[tuple[int, int]]:
    """Give each item the first token and the end of the enumeration it is part of."""
    chains: list[tuple[int, int]] = []
    start = 0
    for index in range(len(items)):
        last = index + 1 == len(items) or not _linked(parse, items[index], items[index + 1])
        if last:
            span = (items[start].first, items[index].end)
            chains += [span] * (index + 1 - start)
            start = index + 1
    return chains


def _linked(parse: Parse, one: Counted, other: Counted) -> bool:
    """Tell whether two phrases stand in one enumeration, with no verb between them."""
    if not one.end < other.first <= one.end + 9 or parse.lowers[other.first - 1] not in _LINKS:
        return False
    if one.noun.kind in _SIZES or other.noun.kind in _SIZES:
        return False
    between = range(one.end, other.first)
    return not any(parse.tags[t][:2] in _STOPS or parse.words[t] in ";:()" for t in between)


def _figure(reading: Reading, counted: Counted, chain: tuple[int, int]) -> FigureMention | None:
    parse = reading.parse
    if counted.single:
        return _single(reading, counted, chain)
    whole = _whole(reading, counted)
    if whole is not None:
        return _part(reading, counted, whole)
    if counted.number.qualifier != "none" and counted.noun is BARE:
        later = _later(reading, counted)
        if later is not None:
            return later
    decided = _decide(reading, counted, chain)
    if decided is None:
        return None
    measure, fate = decided
    if counted.number.qualifier == "none" and measure not in _NONE_OF:
        return None
    if measure == "weapons-used" and fate and fate.rule == "subject" and counted.number.value == 1:
        return None  # one of many told singly: "one missile slammed into a yard"
    if measure == "detained" and fate and is_captivity(
        parse, fate, reading.words, reading.figures
    ):
        measure = "abducted"
    mention = _mention(counted, measure, fate)
    return _like_neighbour(reading, counted, mention)


def _like_neighbour(reading: Reading, counted: Counted, mention: FigureMention) -> FigureMention:
    """Give a bare number the population of the one before it: "killed two guards and hurt five"."""
    if counted.noun is not BARE or mention.measure not in PEOPLE or not reading.figures:
        return mention
    sent_of, last = reading.parse.sent_of, reading.figures[-1]
    if sent_of[last.first] != sent_of[mention.first] or last.population is None:
        return mention
    return replace(mention, population=last.population)


def _single(reading: Reading, counted: Counted, chain: tuple[int, int]) -> FigureMention | None:
    whole = _whole(reading, counted)
    if whole is not None:
        part = _part(reading, counted, whole)
        told = part.measure in _PARTS_OF_ONE and counted.number.hedge == "a"
        return replace(part, rule="figure:one-part") if told and not _after_part(reading) else None
    for measure, fate in _measures(reading, counted, chain):
        if is_told(reading.parse, counted, measure, fate):
            return _mention(counted, measure, fate)
    return None


def _after_part(reading: Reading) -> bool:
    """Tell whether "one of them" has just been read, so that "a boy" after it is no other."""
    return bool(reading.figures) and reading.figures[-1].whole is not None and (
        reading.figures[-1].low == 1
    )


def _later(reading: Reading, counted: Counted) -> FigureMention | None:
    """Read a bare number as a later or other toll."""
    later = continued(reading.parse, counted, reading.figures, reading.words)
    if later is None or _has_near_fate(reading, counted):
        return None
    measure, anchor, earlier = later
    mention = _mention(counted, measure, Fate("", anchor, "toll-context"))
    return replace(mention, population=earlier.population) if earlier else mention


def _has_near_fate(reading: Reading, counted: Counted) -> bool:
    return _near_measure(reading, counted) is not None


def _near_measure(reading: Reading, counted: Counted) -> tuple[str, Fate] | None:
    for fate in near_fates(reading.parse, counted, reading.words):
        measure = reading.words.measure(fate.group, counted.noun, counted.word)
        if measure:
            return measure, fate
    return None


def _whole(reading: Reading, counted: Counted) -> int | None:
    """Return the index of the figure that a number is a part of."""
    if is_part(reading.parse, counted):
        return whole_of(reading.parse, counted, reading.figures)
    if counted.noun.kind in _SIZES or counted.number.qualifier == "none":
        return None
    return listed_under(reading.parse, counted, reading.figures)


def _part(reading: Reading, counted: Counted, index: int) -> FigureMention:
    """Make a part of another figure: of its own measure, if one is near, else of the whole's."""
    whole, source = reading.figures[index], reading.counted[index]
    measure, fate = whole.measure, Fate("", whole.head, "part")
    for own in (counted, replace(counted, noun=source.noun)):
        near = _near_measure(reading, own)
        if near:
            measure, fate = near
            break
    part = _mention(counted, measure, fate)
    population = part.population if counted.noun.kind == "person" else None
    population = population or population_after(reading.parse, counted, reading.words)
    return replace(part, whole=index, population=population or whole.population, scope=whole.scope)


def _decide(
    reading: Reading, counted: Counted, chain: tuple[int, int]
) -> tuple[str, Fate | None] | None:
    parse, words = reading.parse, reading.words
    phrase = " ".join([counted.word, *parse.lowers[counted.end : counted.end + 2]])
    toll = words.tolls.get(phrase) or words.tolls.get(counted.word)
    if toll:
        return toll, Fate("toll", counted.node, "toll")
    if counted.noun.kind in _SIZES:
        return size_of(reading.parse, counted, words, reading.counted)
    if counted.noun.kind == "person" and is_receiver(parse, counted, words):
        return "people-affected", None
    found = next(_measures(reading, counted, chain), None)
    if counted.noun is BARE and not (found and found[0] in PEOPLE):
        other = antecedent_of(reading.parse, counted, reading.counted)
        found = next(_measures(reading, other, chain), found)
    if found:
        return found
    weak = words.weak_tolls.get(counted.word)
    if weak:
        return weak, Fate("toll", counted.node, "toll")
    default = words.defaults.get(counted.noun.population or "") or words.defaults.get(
        counted.noun.kind
    )
    if not default or not counted.word or is_means(parse, counted):
        return None
    if counted.word in words.ranks:
        return None
    if counted.word == "time" and not is_attack_count(parse, counted, words):
        return None
    return default, None


def _measures(
    reading: Reading, counted: Counted, chain: tuple[int, int]
) -> Iterator[tuple[str, Fate]]:
    """Yield the measures that what became of those counted gives, the surest first."""
    parse, words = reading.parse, reading.words
    for fate in find_fates(parse, counted, words, chain):
        measure = words.measure(fate.group, counted.noun, counted.word)
        if measure:
            yield measure, fate
    heading = heading_of(parse, counted, words)
    if heading:
        measure = words.measure(heading.group, counted.noun, counted.word)
        if measure:
            yield measure, heading


def _mention(counted: Counted, measure: str, fate: Fate | None) -> FigureMention:
    number = counted.number
    unhurt = fate is not None and fate.group == "unhurt"
    single = f"one-{number.hedge}-" if counted.single else ""
    return FigureMention(
        first=counted.first,
        end=counted.end,
        head=counted.node,
        rule=f"figure:{single}{fate.rule if fate else 'class'}",
        measure=measure,
        low=0 if unhurt else number.low,
        high=0 if unhurt else number.high,
        qualifier="exact" if unhurt or number.qualifier == "none" else number.qualifier,
        population=_population(counted, measure),
        unit=counted.unit,
        anchor=fate.anchor if fate else None,
    )


def _population(counted: Counted, measure: str) -> str | None:
    if counted.noun.kind == "person":
        men = measure == "troops" and counted.noun.population == "man"
        return "military" if men else counted.noun.population
    return "people" if measure in PEOPLE else None
