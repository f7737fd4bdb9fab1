"""Numbers that lean on another figure: parts of a whole, lists under a heading, later tolls."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.figure_fates import Fate, senses_of
from dateline.extract.figure_nouns import BARE, Counted, noun_of
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

PEOPLE = frozenset(
    "killed injured casualties missing detained abducted released displaced evacuated rescued "
    "trapped people-affected troops".split()
)
_WHOLES = PEOPLE | {"weapons-used", "weapons-destroyed", "structures-damaged", "structures-destroyed", "other"}
_TOLLS = frozenset("killed injured casualties missing detained abducted displaced evacuated".split())
_OPENERS = (
    ("including",), ("incl", "."), ("incl",), ("incl.",), ("among", "them"), ("among", "whom"), ("of", "them"), ("of", "whom"),
    ("of", "which"), ("of", "these"), ("among", "these"), ("of", "those"), ("among", "those"), ("includes",),
    ("included",), ("among", "the", "dead"), ("counting",), ("comprising",),
)
_CLOSERS = (("among", "them"), ("of", "them"), ("included",), ("among", "the", "dead"))
_THINGS = frozenset(("munition", "aircraft", "armour", "vessel", "vehicle", "structure", "attack"))
_HEADING = 16  # tokens between the word that heads a list and its colon
_REACH = 24  # tokens between a toll's noun and its number


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
        if figure.whole is None and figure.measure in _WHOLES and _contains(figure, counted):
            return index
    return None


def listed_under(
    parse: Parse, counted: Counted, found: Sequence[FigureMention]
) -> int | None:
    """Return the index of the figure that a list after a colon takes apart."""
    colon = _colon(parse, counted)
    if colon is None:
        return None
    for index in range(len(found) - 1, -1, -1):
        figure = found[index]
        if parse.sent_of[figure.first] != parse.sent_of[counted.first]:
            return None
        if figure.first < colon and figure.measure in _WHOLES:
            return index if _contains(figure, counted) else None
    return None


def _colon(parse: Parse, counted: Counted) -> int | None:
    first = parse.sents[parse.sent_of[counted.first]][0]
    for token in range(counted.first - 1, first, -1):
        if parse.words[token] == ":":
            return token
        if parse.words[token] in "()":
            return None
        if parse.tags[token][:2] in ("MD", "VB") and parse.tags[token] != "VBN":
            return None
    return None


def antecedent_of(parse: Parse, counted: Counted, earlier: Sequence[Counted]) -> Counted:
    """Take the class of a bare number from the things counted close before it."""
    sentence = parse.sent_of[counted.first]
    for other in reversed(earlier):
        if sentence - parse.sent_of[other.first] > 1:
            break
        if other.noun.kind in _THINGS:
            return replace(counted, noun=other.noun)
        if other.noun.kind == "person":
            break
    return counted


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
    for near in range(token, max(first - 1, token - _HEADING), -1):
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
    after = parse.tags[counted.end] if counted.end < len(parse) else ""
    if counted.part or counted.number.value == 1 or after in ("VBD", "VBZ", "VBP", "MD"):
        return None
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
        if sentence - parse.sent_of[figure.first] > 3:
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
            break
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
    noun = BARE
    for token in range(counter + 1, end):
        lower = parse.lowers[token]
        toll = words.tolls.get(lower) or words.tolls.get(parse.lemmas[token])
        if toll:
            return toll
        if noun is BARE and parse.tags[token] in ("NNS", "NNPS"):
            noun = noun_of(parse, token, words)
        groups = [words.states.get(lower) or words.headings.get(lower)]
        if parse.tags[token] in ("VBN", "VBD"):
            groups += senses_of(parse, token, words.patients)
        for group in filter(None, groups):
            measure = words.measure(group, noun)
            if measure:
                return measure
    return None


def size_of(
    parse: Parse, counted: Counted, words: FigureWords, earlier: Sequence[Counted]
) -> tuple[str, Fate | None] | None:
    """Name the measure of a distance, a weight or a sum of money; prices have none."""
    kind = counted.noun.kind
    if kind == "money":
        first, end = parse.sents[parse.sent_of[counted.first]]
        near = frozenset(parse.lemmas[max(first, counted.first - 12) : min(end, counted.end + 5)])
        if near & words.not_aid:
            return "other", None
        return None if near & words.price else ("aid-value", None)
    repeated = counted.first and parse.words[counted.first - 1] in "(/"
    if repeated and earlier and earlier[-1].noun.kind == kind:
        return None
    return ("distance" if kind == "distance" else "other"), None


def is_receiver(parse: Parse, counted: Counted, words: FigureWords) -> bool:
    """Tell those who get relief: "bread for 1,200 people"."""
    if counted.first == 0 or parse.lowers[counted.first - 1] not in ("for", "to"):
        return False
    first = parse.sents[parse.sent_of[counted.first]][0]
    near = range(max(first, counted.first - 6), counted.first)
    return any(parse.lemmas[t] in words.relief for t in near)


def is_captivity(
    parse: Parse, fate: Fate, words: FigureWords, found: Sequence[FigureMention]
) -> bool:
    """Tell those held by kidnappers from those in custody."""
    if parse.lemmas[fate.anchor] not in words.holding:
        return False
    first, end = parse.sents[parse.sent_of[fate.anchor]]
    if any(lemma in words.captivity for lemma in parse.lemmas[first:end]):
        return True
    for figure in reversed(found):
        if parse.sent_of[fate.anchor] - parse.sent_of[figure.first] > 3:
            return False
        if figure.measure in ("detained", "abducted"):
            return figure.measure == "abducted"
    return False


def is_attack_count(parse: Parse, counted: Counted, words: FigureWords) -> bool:
    """Tell "shelled the town 94 times" from other times."""
    first, end = parse.sents[parse.sent_of[counted.first]]
    return any(lemma in words.times for lemma in parse.lemmas[first:end])


def is_means(parse: Parse, counted: Counted) -> bool:
    """Tell what people only came in or on: "in two cars", "riding two motorcycles"."""
    if counted.noun.kind not in ("vehicle", "aircraft", "vessel") or counted.first == 0:
        return False
    before = counted.first - 1
    return parse.lowers[before] in ("in", "on", "aboard", "by") or (
        parse.lemmas[before] in ("ride", "drive", "board", "use")
    )


def population_after(parse: Parse, counted: Counted, words: FigureWords) -> str | None:
    """Read who a part is: "nine of them children", "five of whom were policemen"."""
    for token in range(counted.end, min(len(parse), counted.end + 4)):
        if parse.tags[token] in ("NN", "NNS", "NNP", "NNPS"):
            noun = noun_of(parse, token, words)
            return noun.population if noun.kind == "person" else None
        if parse.tags[token] not in ("VBD", "VBP", "DT", "JJ", "PRP$"):
            return None
    return None


def scoped(parse: Parse, figure: FigureMention, words: FigureWords) -> FigureMention:
    """Mark a running count over many happenings."""
    if figure.measure not in _TOLLS | {"other"} or figure.whole is not None:
        return figure
    first, end = parse.sents[parse.sent_of[figure.first]]
    sentence = parse.text[parse.starts[first] : parse.ends[end - 1]].lower()
    if any(word in sentence for word in words.totals):
        return replace(figure, scope="total")
    if "since" in sentence and _is_running(parse, figure, range(first, end), words):
        return replace(figure, scope="total")
    return figure


def _is_running(parse: Parse, figure: FigureMention, sentence: range, words: FigureWords) -> bool:
    """Tell "have been killed since May" from "has since arrested four"."""
    lowers = parse.lowers
    since = [t for t in sentence if lowers[t] == "since" and lowers[t - 1] not in ("has", "have", "had")]
    if not since or figure.measure == "other":
        return False
    near = range(figure.first, min(sentence.stop, figure.end + 6))
    return any(lowers[t] in words.perfect for t in near)
