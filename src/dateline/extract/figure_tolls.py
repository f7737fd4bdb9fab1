"""Numbers whose meaning was told before them: later tolls, and lists under a heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.figure_counted import BARE, Counted, noun_of
from dateline.extract.figure_senses import Fate, senses_of
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

TOLLS = frozenset("killed injured casualties missing detained abducted displaced evacuated".split())
_CLAUSES = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OF_COUNT = frozenset(("at", "of", "from", "to", "not", "than"))
_HEADING = 16  # tokens between the word that heads a list and its colon
_REACH = 24  # tokens between a toll's noun and its number
_MEMORY = 3  # sentences back to the figure that a bare number continues


@dataclass(frozen=True, slots=True)
class Toll:
    """A later or other toll: its measure, the word that ties it, and the figure before it."""

    measure: str
    anchor: int
    earlier: FigureMention | None


def continued(
    parse: Parse, counted: Counted, found: Sequence[FigureMention], words: FigureWords
) -> Toll | None:
    """Read a bare number as a later or other toll: "the toll rose to 37", "they spoke of 12"."""
    after = parse.tags[counted.end] if counted.end < len(parse) else ""
    if counted.part or counted.number.value == 1 or after in _CLAUSES:
        return None
    counter = _counter(parse, counted, words)
    if counter is None:
        return None
    measure, anchor = counter
    earlier = _earlier(parse, counted, found, measure)
    if measure is None:
        measure = earlier.measure if earlier else None
    return Toll(measure, anchor, earlier) if measure else None


def heading_of(parse: Parse, counted: Counted, words: FigureWords) -> Fate | None:
    """Read the word before a colon or number that says what a list counts: "Killed: 8 soldiers"."""
    first = parse.sents[parse.sent_of[counted.first]][0]
    token = counted.first - 1
    while token > first and parse.words[token] not in (":", "|"):
        token -= 1
    if token < 0 or (parse.words[token] != ":" and token != counted.first - 1):
        return None
    for near in range(token, max(first - 1, token - _HEADING), -1):
        group = words.heading(parse.lowers[near])
        if group:
            return Fate(group, near, "heading")
    return None


def _earlier(
    parse: Parse, counted: Counted, found: Sequence[FigureMention], measure: str | None
) -> FigureMention | None:
    sentence = parse.sent_of[counted.first]
    for figure in reversed(found):
        if sentence - parse.sent_of[figure.first] > _MEMORY:
            return None
        if figure.whole is None and figure.measure in TOLLS and measure in (None, figure.measure):
            return figure
    return None


def _counter(parse: Parse, counted: Counted, words: FigureWords) -> tuple[str | None, int] | None:
    """Find the word that a bare number completes: a toll, a count, or a verb of counting."""
    before = counted.first - 1
    if before < 0:
        return None
    linked = parse.lowers[before] in words.grammar.toll_links
    for token in _back(parse, counted):
        lower, lemma = parse.lowers[token], parse.lemmas[token]
        if lemma in words.kept.counters:
            return _counted_by(parse, token, counted.first, words), token
        toll = words.tolls.get(lower) or words.tolls.get(lemma)
        if toll and linked:
            return toll, token
    return (None, before) if _is_counting(parse, before, words) else None


def _back(parse: Parse, counted: Counted) -> Iterator[int]:
    first = parse.sents[parse.sent_of[counted.first]][0]
    for token in range(counted.first - 1, max(first, counted.first - _REACH) - 1, -1):
        if parse.words[token] in (";", ".") or parse.words[token].isspace():
            return
        yield token


def _is_counting(parse: Parse, before: int, words: FigureWords) -> bool:
    """Tell "verified 20", "speaks of ten", "up from 12" and "not 40"."""
    verbs = words.kept.counter_verbs
    if parse.lemmas[before] in verbs:
        return True
    if not before or parse.lowers[before] not in _OF_COUNT:
        return False
    above = parse.lemmas[before - 1]
    return above in verbs or above in words.grammar.changes or parse.lowers[before] == "not"


def _counted_by(parse: Parse, counter: int, end: int, words: FigureWords) -> str | None:
    """Read what a count is of: "the number of people killed", "the death toll"."""
    if parse.lemmas[counter] == "toll":
        return "killed"
    noun = BARE
    for token in range(counter + 1, end):
        toll = words.tolls.get(parse.lowers[token]) or words.tolls.get(parse.lemmas[token])
        if toll:
            return toll
        if noun is BARE and parse.tags[token] in ("NNS", "NNPS"):
            noun = noun_of(parse, token, words)
        for group in _groups(parse, token, words):
            measure = words.measure(group, noun)
            if measure:
                return measure
    return None


def _groups(parse: Parse, token: int, words: FigureWords) -> Iterator[str]:
    heading = words.heading(parse.lowers[token])
    if heading:
        yield heading
    if parse.tags[token] in ("VBN", "VBD"):
        yield from senses_of(parse, token, words.patients)
