"""Tell what a report is about, and which of its paragraphs tell of nothing that is coded.

Reports of sport, storms or markets borrow the words of war. What gives them away is the company
that those words keep: the words of each genre are weighed against the ones that war lends to
nobody, in the paragraph and in the whole report.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.genre_measures import PARAGRAPH_FLOOR, REPORT_FLOOR, Measures, measure
from dateline.extract.genre_paragraphs import Paragraph, find_paragraphs
from dateline.extract.genre_words import Sign, find_signs
from dateline.extract.parse import Parse
from dateline.knowledge.genres import load_genre_weights
from dateline.records import Block

# In five-fold cross-validation on the training reports it silences 6 of 2,205 coded events and
# finds 88 of 100 quiet paragraphs (benchmarks/training/genre.py).
THRESHOLD = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How surely a stretch must tell of nothing that is coded, in log-odds."""

    threshold: float = THRESHOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """What a report is about; ``score`` is above 0 where it rather tells of nothing coded.

    ``words`` are the tokens at which its words, or shapes such as a score, begin.
    """

    name: str
    score: float
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One paragraph with its measures."""

    paragraph: Paragraph
    measures: Measures


def find_genre(parse: Parse, blocks: Sequence[Block]) -> Genre:  # noqa: ARG001  as its neighbours
    """Tell what the report as a whole is about."""
    signs = find_signs(parse)
    whole = measure(signs, parse.tags, REPORT_FLOOR)
    score = rate(whole, whole)
    name = whole.quiet if score > 0 else whole.loud
    words = {sign.token for sign in signs if any(genre == name for genre, _ in sign.weights)}
    return Genre(name=name, score=score, words=tuple(sorted(words)))


def is_quiet(genre: Genre, options: Options = Options()) -> bool:  # noqa: B008
    """Tell whether a report of this genre tells of nothing that is coded."""
    return genre.score > options.threshold


def quiet_sentences(
    parse: Parse,
    blocks: Sequence[Block],
    options: Options = Options(),  # noqa: B008
) -> frozenset[int]:
    """Number the sentences of those paragraphs that tell of nothing that is coded."""
    whole, stretches = measure_paragraphs(parse, blocks)
    return frozenset(
        number
        for stretch in stretches
        if rate(stretch.measures, whole) > options.threshold
        for number in range(stretch.paragraph.first, stretch.paragraph.end)
    )


def measure_paragraphs(parse: Parse, blocks: Sequence[Block]) -> tuple[Measures, list[Stretch]]:
    """Measure the report and each of its paragraphs; a headline speaks for the whole report."""
    signs = find_signs(parse)
    whole = measure(signs, parse.tags, REPORT_FLOOR)
    by_sentence: list[list[Sign]] = [[] for _ in parse.sents]
    for sign in signs:
        by_sentence[parse.sent_of[sign.token]].append(sign)
    out = []
    for part in find_paragraphs(parse, blocks):
        own = [sign for signs in by_sentence[part.first : part.end] for sign in signs]
        tags = parse.tags[parse.sents[part.first][0] : parse.sents[part.end - 1][1]]
        out.append(Stretch(part, whole if part.headline else measure(own, tags, PARAGRAPH_FLOOR)))
    return whole, out


def rate(paragraph: Measures, report: Measures) -> float:
    """Rate how surely a paragraph of a report tells of nothing coded, in log-odds."""
    weights = load_genre_weights()
    own = sum(weight * paragraph.values[name] for name, weight in weights.paragraph.items())
    return weights.bias + own + sum(w * report.values[name] for name, w in weights.report.items())
