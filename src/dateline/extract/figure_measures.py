"""The measure of what is counted, and the figure that it makes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.extract.figure_cases import (
    is_attack_count,
    is_captivity,
    is_launched,
    is_means,
    is_receiver,
    size_measure,
)
from dateline.extract.figure_fates import find_fates
from dateline.extract.figure_near import near_fates
from dateline.extract.figure_nouns import BARE, Counted
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
from dateline.extract.figure_tolls import continued, heading_of
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

Decided = tuple[str, Fate | None]
Chain = tuple[int, int]
SIZES = frozenset(("distance", "size", "money"))
_NONE_OF = frozenset(
    ("killed", "injured", "casualties", "detained", "structures-damaged", "missing")
)
_PARTS_OF_ONE = frozenset(("killed", "injured", "detained", "abducted", "missing", "released"))
_ADJACENT = 4  # tokens between a phrase and the verb that its quote takes in
_AFTER = frozenset(("state", "passive", "reduced", "subject"))


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
            joined = self.parse.lowers[before.end : counted.first] == ["and"]
            if joined and last.measure == figure.measure and last.whole == figure.whole:
                self.figures[-1] = _joined(last, figure)
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
    mention = _mention(reading, counted, *decided)
    return _like_neighbour(reading, counted, mention)


def _stands(counted: Counted, decided: Decided) -> bool:
    measure, fate = decided
    if counted.number.qualifier == "none":
        return measure in _NONE_OF
    # One of many told singly, "one missile slammed into a yard", is no count of those used.
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
    part = _mention(reading, counted, measure, fate)
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
            return _mention(reading, counted, measure, fate)
    return None


def _later(reading: FigureReading, counted: Counted) -> FigureMention | None:
    """Read a bare number as a later or other toll."""
    if counted.noun is not BARE or counted.number.qualifier == "none":
        return None
    toll = continued(reading.parse, counted, reading.figures, reading.words)
    if toll is None or _near(reading, counted):
        return None
    mention = _mention(reading, counted, toll.measure, Fate("", toll.anchor, "toll"))
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
    if is_means(parse, counted, words) or counted.number.hedge in words.grammar.definite:
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


def _mention(
    reading: FigureReading, counted: Counted, measure: str, fate: Fate | None
) -> FigureMention:
    number = counted.number
    none = number.qualifier == "none" or (fate is not None and fate.group == "unhurt")
    first, end = _quoted(reading.parse, counted, fate)
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


def _like_neighbour(
    reading: FigureReading, counted: Counted, mention: FigureMention
) -> FigureMention:
    """Give a bare number the population of the one before it: "killed two guards and hurt five"."""
    if counted.noun is not BARE or mention.measure not in PEOPLE or not reading.figures:
        return mention
    sent_of, last = reading.parse.sent_of, reading.figures[-1]
    if sent_of[last.first] != sent_of[mention.first] or last.population is None:
        return mention
    return replace(mention, population=last.population)


def _joined(one: FigureMention, other: FigureMention) -> FigureMention:
    same = one.population == other.population
    return replace(
        one,
        end=other.end,
        low=(one.low or 0) + (other.low or 0),
        high=(one.high or 0) + (other.high or 0),
        population=one.population if same else "mixed",
    )
