"""Numbers that lean on another figure: parts of a whole, lists under a heading, later tolls."""

from collections.abc import Sequence

from dateline.extract.figure_fates import Fate
from dateline.extract.figure_nouns import Counted
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

PEOPLE = frozenset(
    "killed injured casualties missing detained abducted released displaced evacuated rescued "
    "trapped people-affected troops".split()
)
_TOLLS = frozenset("killed injured casualties missing detained abducted displaced evacuated".split())
_OPENERS = (
    ("including",), ("incl",), ("incl.",), ("among", "them"), ("among", "whom"), ("of", "them"), ("of", "whom"),
    ("of", "which"), ("of", "these"), ("among", "these"), ("of", "those"), ("among", "those"), ("includes",),
    ("included",), ("among", "the", "dead"), ("counting",), ("comprising",),
)
_CLOSERS = (("among", "them"), ("of", "them"), ("included",), ("among", "the", "dead"))
_REACH = 14  # tokens between a toll's noun and its number


def is_part(parse: Parse, counted: Counted) -> bool:
    """Tell whether the words around a number make it a part: "including two", "one of them"."""
    start = counted.first
    while start and parse.lowers[start - 1] in (",", "were", "are", "was", "is", ":", "at", "least"):
        start -= 1
    lowers = parse.lowers
    if any(tuple(lowers[max(0, start - len(o)) : start]) == o for o in _OPENERS):
        return True
    end = counted.end
    if counted.part and lowers[end - 1] in ("them", "whom", "which", "these", "those"):
        return True
    return any(tuple(lowers[end : end + len(c)]) == c for c in _CLOSERS)


def whole_of(
    parse: Parse, counted: Counted, found: Sequence[FigureMention]
) -> int | None:
    """Return the index of the figure that a part belongs to: the last whole one close before."""
    sentence = parse.sent_of[counted.first]
    for index in range(len(found) - 1, -1, -1):
        figure = found[index]
        if sentence - parse.sent_of[figure.first] > 1:
            return None
        if figure.whole is None and figure.measure in PEOPLE and _contains(figure, counted):
            return index
    return None


def _contains(figure: FigureMention, counted: Counted) -> bool:
    whole = figure.high if figure.high is not None else figure.low
    return figure.high is None or (whole or 0) >= counted.number.value


def heading_of(parse: Parse, counted: Counted, words: FigureWords) -> Fate | None:
    """Read the word before a colon or number that says what a list counts: "Killed: 9 soldiers"."""
    first = parse.sents[parse.sent_of[counted.first]][0]
    token = counted.first - 1
    while token > first and parse.words[token] not in (":", "|"):
        token -= 1
    if parse.words[token] != ":" and token != counted.first - 1:
        return None
    for near in range(token, max(first - 1, token - 5), -1):
        group = _heading(parse, near, words)
        if group:
            return Fate(group, near, "heading")
    return None


def _heading(parse: Parse, token: int, words: FigureWords) -> str | None:
    lower = parse.lowers[token]
    if lower in ("losses",):
        return "losses"
    return words.states.get(lower) or words.headings.get(lower)


def continued(
    parse: Parse, counted: Counted, found: Sequence[FigureMention], words: FigureWords
) -> tuple[str, int, FigureMention] | None:
    """Read a bare number as a later or other toll: its measure, its anchor and the earlier figure."""
    counter = _counter(parse, counted, words)
    if counter is None:
        return None
    measure, anchor = counter
    earlier = _earlier(parse, counted, found, measure)
    if measure is None and earlier is None:
        return None
    return measure or earlier.measure, anchor, earlier  # type: ignore[union-attr,return-value]


def _earlier(
    parse: Parse, counted: Counted, found: Sequence[FigureMention], measure: str | None
) -> FigureMention | None:
    sentence = parse.sent_of[counted.first]
    for figure in reversed(found):
        if sentence - parse.sent_of[figure.first] > 2:
            return None
        if figure.whole is None and figure.measure in _TOLLS and measure in (None, figure.measure):
            return figure
    return None


def _counter(
    parse: Parse, counted: Counted, words: FigureWords
) -> tuple[str | None, int] | None:
    """Find the word that a bare number completes: a toll, a count, or a verb of counting."""
    first = parse.sents[parse.sent_of[counted.first]][0]
    floor = max(first, counted.first - _REACH)
    for token in range(counted.first - 1, floor - 1, -1):
        lower, lemma = parse.lowers[token], parse.lemmas[token]
        if lower in (";", ".", "\n"):
            return None
        if lemma in words.counters:
            return _counted_by(parse, token, counted.first, words), token
        toll = words.tolls.get(lower) or words.tolls.get(lemma)
        if toll and parse.lowers[counted.first - 1] in ("at", "to", "number", ":", "is", "was", "as", "reached", "were", "of"):
            return toll, token
    before = counted.first - 1
    if before >= 0 and parse.lemmas[before] in words.counter_verbs:
        return None, before
    if before > 0 and parse.lowers[before] in ("at", "of", "from", "to", "not", "than"):
        above = parse.lemmas[before - 1]
        if above in words.counter_verbs or above in ("up", "down", "double") or parse.lowers[before] == "not":
            return None, before
    return None


def _counted_by(parse: Parse, counter: int, end: int, words: FigureWords) -> str | None:
    """Read what a count is of: "the number of people killed", "the death toll"."""
    if parse.lemmas[counter] == "toll":
        return "killed"
    for token in range(counter + 1, end):
        lower = parse.lowers[token]
        toll = words.tolls.get(lower) or words.tolls.get(parse.lemmas[token])
        if toll:
            return toll
        group = words.states.get(lower) or words.headings.get(lower)
        if group:
            from dateline.knowledge.figures import Noun

            return words.measure(group, Noun("bare"))
    return None
