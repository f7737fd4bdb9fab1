"""Tell what a report is about, and which of its paragraphs tell of nothing that is coded.

Reports of sport, storms or markets borrow the words of war. What gives them away is the company
that those words keep: the words of each genre are weighed against the ones that war lends to
nobody, in the paragraph and in the whole report.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.genre_measures import (
    PARAGRAPH_FLOOR,
    REPORT_FLOOR,
    Manner,
    Measures,
    measure,
)
from dateline.extract.genre_paragraphs import find_paragraphs
from dateline.extract.genre_words import Sign, find_signs
from dateline.extract.parse import Parse
from dateline.knowledge.genres import load_genre_weights
from dateline.records import Block

# In five-fold cross-validation on the training reports it silences 7 of 2,205 coded events and
# finds all of the 79 quiet paragraphs (benchmarks/training/genre.py).
THRESHOLD = 0.5


# Below the threshold doubt sets in gradually: of the dev reports' 371 true triggers it drops
# one, and it halves what is left in the quiet reports.
_DOUBT, _SUREST = -2.0, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How surely a stretch must tell of nothing that is coded, in log-odds.

    From ``doubt`` to ``threshold`` a trigger must be ever surer, in the end as sure as ``surest``.
    """

    threshold: float = THRESHOLD
    doubt: float = _DOUBT
    surest: float = _SUREST


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """What a report is about; ``score`` is above 0 where it rather tells of nothing coded.

    ``words`` are the tokens at which the words of the genre, or shapes such as a score, begin.
    """

    name: str
    score: float
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of sentences, half-open, with its measures; without any for a headline."""

    first: int
    end: int
    measures: Measures | None


def find_genre(parse: Parse, blocks: Sequence[Block]) -> Genre:
    """Tell what the report as a whole is about."""
    signs = find_signs(parse)
    whole, stretches = measure_report(parse, blocks, signs)
    score, _ = rate_report(whole, [stretch.measures for stretch in stretches])
    name = whole.quiet if score > 0 else whole.loud
    words = {sign.token for sign in signs if any(genre == name for genre, _ in sign.weights)}
    return Genre(name=name, score=score, words=tuple(sorted(words)))


def is_quiet(genre: Genre, options: Options = Options()) -> bool:
    """Tell whether a report of this genre tells of nothing that is coded."""
    return genre.score > options.threshold


def quiet_sentences(
    parse: Parse,
    blocks: Sequence[Block],
    options: Options = Options(),
) -> frozenset[int]:
    """List the sentences, by number, whose paragraphs tell of nothing that is coded."""
    scores = rate_sentences(parse, blocks)
    return frozenset(at for at, score in enumerate(scores) if score > options.threshold)


def rate_sentences(parse: Parse, blocks: Sequence[Block]) -> list[float]:
    """Rate for each sentence how surely its paragraph tells of nothing coded, in log-odds."""
    whole, stretches = measure_report(parse, blocks, find_signs(parse))
    _, scores = rate_report(whole, [stretch.measures for stretch in stretches])
    return [
        score
        for stretch, score in zip(stretches, scores, strict=True)
        for _ in range(stretch.first, stretch.end)
    ]


def least_sureness(score: float, usual: float, options: Options = Options()) -> float:
    """Tell how sure a trigger must be in a paragraph of this score; above 1 none is sure enough."""
    if score > options.threshold:
        return 2.0
    share = (score - options.doubt) / (options.threshold - options.doubt)
    return usual + max(0.0, share) * max(0.0, options.surest - usual)


def measure_report(
    parse: Parse, blocks: Sequence[Block], signs: Sequence[Sign]
) -> tuple[Measures, list[Stretch]]:
    """Measure the report and each of its paragraphs."""
    by_sentence: list[list[Sign]] = [[] for _ in parse.sents]
    for sign in signs:
        by_sentence[parse.sent_of[sign.token]].append(sign)
    whole = measure(signs, Manner.of(parse, 0, len(parse)), REPORT_FLOOR)
    stretches = []
    for part in find_paragraphs(parse, blocks):
        own = [sign for found in by_sentence[part.first : part.end] for sign in found]
        manner = Manner.of(parse, parse.sents[part.first][0], parse.sents[part.end - 1][1])
        measures = None if part.headline else measure(own, manner, PARAGRAPH_FLOOR)
        stretches.append(Stretch(part.first, part.end, measures))
    return whole, stretches


def rate_report(whole: Measures, parts: Sequence[Measures | None]) -> tuple[float, list[float]]:
    """Rate a report, half by itself and half by its loudest paragraph, and each paragraph.

    A headline, which has no measures of its own, speaks for the whole report.
    """
    weights = load_genre_weights()
    base = weights.bias + _add_up(weights.report, whole)
    found = [None if part is None else base + _add_up(weights.paragraph, part) for part in parts]
    itself = base + _add_up(weights.paragraph, whole)
    overall = (itself + min((score for score in found if score is not None), default=itself)) / 2
    return overall, [overall if score is None else score for score in found]


def _add_up(weights: dict[str, float], measures: Measures) -> float:
    return sum(weight * measures.values[name] for name, weight in weights.items())
