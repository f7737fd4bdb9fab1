"""The measure of what is counted, and the figure that it makes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.extract.figure_cases import (
    is_attack_count,
    is_captivity,
    is_launched,
    is_means,
    is_receiver,
)
from dateline.extract.figure_counted import BARE, Counted
from dateline.extract.figure_fates import find_fates
from dateline.extract.figure_mentions import joined, mention_of
from dateline.extract.figure_near import near_fates
from dateline.extract.figure_parts import (
    PEOPLE,
    antecedent_of,
    is_part,
    listed_under,
    population_after,
    whole_of,
)
from dateline.extract.figure_senses import Fate
from dateline.extract.figure_singles import is_told
from dateline.extract.figure_sizes import SIZES, size_measure
from dateline.extract.figure_tolls import continued, heading_of
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

Decided = tuple[str, Fate | None]
Chain = tuple[int, int]
_NONE_OF = frozenset(
    ("killed", "injured", "casualties", "detained", "structures-damaged", "missing")
)
_PARTS_OF_ONE = frozenset(("killed", "injured", "detained", "abducted", "missing", "released"))
_FEW = 10


@dataclass(slots=True)
class FigureReading:
    """What has been read of a text so far: figures, and what each of them counts."""

    parse: Parse
    words: FigureWords
    figures: list[FigureMention] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)

    def add(self, figure: FigureMention, counted: Counted) -> None:
        """Add a figure; a single one joined to another by "and" makes one figure with it."""
        if self.figures and counted.single and self.counted[-1].single:
            last, before = self.figures[-1], self.counted[-1]
            by_and = self.parse.lowers[before.end : counted.first] == ["and"]
            if by_and and last.measure == figure.measure and last.whole == figure.whole:
                self.figures[-1] = joined(last, figure)
                self.counted[-1] = replace(before, end=counted.end)
                return
        self.figures.append(figure)
        self.counted.append(counted)


def read_figure(reading: FigureReading, counted: Counted, chain: Chain) -> FigureMention | None:
    """Make a figure of what is counted, if something befell it or it stands for itself."""
    whole = _whole(reading, counted)
    if whole is not None:
        part = _part(reading, counted, whole)
        return part if not counted.single or _is_part_of_one(reading, counted, part) else None
    if counted.single:
        return _single(reading, counted, chain)
    later = _later(reading, counted)
    if later is not None:
        return later
    decided = _decide(reading, counted, chain)
    if decided is None or not _stands(counted, decided):
        return None
    mention = mention_of(reading.parse, counted, *decided)
    return _like_neighbour(reading, counted, mention)


def _stands(counted: Counted, decided: Decided) -> bool:
    measure, fate = decided
    if counted.number.qualifier == "none":
        return measure in _NONE_OF
    # One of many told singly, "one missile hit a yard", is no count of those used.
    return not (
        measure == "weapons-used" and fate and fate.rule == "subject" and counted.number.value == 1
    )


def _whole(reading: FigureReading, counted: Counted) -> int | None:
    """Return the index of the figure that a number is a part of."""
    if is_part(reading.parse, counted, reading.words):
        return whole_of(reading.parse, counted, reading.figures)
    if counted.noun.kind in SIZES or counted.number.qualifier == "none":
        return None
    return listed_under(reading.parse, counted, reading.figures)


def _part(reading: FigureReading, counted: Counted, index: int) -> FigureMention:
    """Make a part of another figure: of its own measure, if one is near, else of the whole's."""
    whole, source = reading.figures[index], reading.counted[index]
    near = _near(reading, counted) or _near(reading, replace(counted, noun=source.noun))
    measure, fate = near or (whole.measure, Fate("", whole.head, "part"))
    part = mention_of(reading.parse, counted, measure, fate)
    population = part.population if counted.noun.kind == "person" else None
    population = population or population_after(reading.parse, counted, reading.words)
    return replace(part, whole=index, population=population or whole.population, scope=whole.scope)


def _is_part_of_one(reading: FigureReading, counted: Counted, part: FigureMention) -> bool:
    """Tell whether "including a boy" is a part of its own; after "one of them" it is the same."""
    last = reading.figures[-1]
    same = last.whole is not None and last.low == 1
    return part.measure in _PARTS_OF_ONE and counted.number.hedge == "a" and not same


def _single(reading: FigureReading, counted: Counted, chain: Chain) -> FigureMention | None:
    for measure, fate in _measures(reading, counted, chain):
        if is_told(reading.parse, counted, measure, fate, reading.words):
            return mention_of(reading.parse, counted, measure, fate)
    return None


def _later(reading: FigureReading, counted: Counted) -> FigureMention | None:
    """Read a bare number as a later or other toll."""
    if counted.noun is not BARE or counted.number.qualifier == "none":
        return None
    toll = continued(reading.parse, counted, reading.figures, reading.words)
    if toll is None or _near(reading, counted):
        return None
    mention = mention_of(reading.parse, counted, toll.measure, Fate("", toll.anchor, "toll"))
    return replace(mention, population=toll.earlier.population) if toll.earlier else mention


def _decide(reading: FigureReading, counted: Counted, chain: Chain) -> Decided | None:
    parse, words = reading.parse, reading.words
    phrase = " ".join([counted.word, *parse.lowers[counted.end : counted.end + 2]])
    toll = words.tolls.get(phrase) or words.tolls.get(counted.word)
    if toll:
        near = _near(reading, counted)  # "two of the wounded died"
        died = near is not None and near[0] == "killed"
        return near if died else (toll, Fate("toll", counted.node, "noun"))
    if counted.noun.kind in SIZES:
        size = size_measure(parse, counted, words, reading.counted)
        return (size, None) if size else None
    if is_receiver(parse, counted, words):
        return "people-affected", None
    if is_launched(parse, counted):
        return "weapons-used", None
    found = _found(reading, counted, chain)
    if found:
        return found
    weak = words.weak_tolls.get(counted.word)
    return (weak, Fate("toll", counted.node, "noun")) if weak else _default(reading, counted)


def _found(reading: FigureReading, counted: Counted, chain: Chain) -> Decided | None:
    """Choose the surest measure; a bare number may stand for things told before it."""
    found = next(_measures(reading, counted, chain), None)
    if counted.noun is BARE and not (found and found[0] in PEOPLE):
        other = antecedent_of(reading.parse, counted, reading.counted)
        found = next(_measures(reading, other, chain), found)
    if found and found[0] == "detained":
        parse, words = reading.parse, reading.words
        if is_captivity(parse, found[1], words, reading.figures):
            return "abducted", found[1]
    return found


def _default(reading: FigureReading, counted: Counted) -> Decided | None:
    parse, words = reading.parse, reading.words
    default = words.default(counted.noun)
    if not default or not counted.word or counted.word in words.counted.ranks:
        return None
    known = counted.number.hedge in words.grammar.definite and counted.number.value < _FEW
    if known or is_means(parse, counted, words):  # "the two generals" were told of before
        return None
    if counted.word == "time" and not is_attack_count(parse, counted, words):
        return None
    return default, None


def _near(reading: FigureReading, counted: Counted) -> tuple[str, Fate] | None:
    for fate in near_fates(reading.parse, counted, reading.words):
        measure = reading.words.measure(fate.group, counted.noun, counted.word)
        if measure:
            return measure, fate
    return None


def _measures(reading: FigureReading, counted: Counted, chain: Chain) -> Iterator[tuple[str, Fate]]:
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


def _like_neighbour(
    reading: FigureReading, counted: Counted, mention: FigureMention
) -> FigureMention:
    """Give a bare number the population of the one before it: "killed two guards and hurt five"."""
    if counted.noun is not BARE or mention.measure not in PEOPLE or not reading.figures:
        return mention
    sent_of, last = reading.parse.sent_of, reading.figures[-1]
    if last.whole is not None:  # "killed eight people, two of them guards, and hurt five"
        last = reading.figures[last.whole]
    if sent_of[last.first] != sent_of[mention.first] or last.population is None:
        return mention
    return replace(mention, population=last.population)
