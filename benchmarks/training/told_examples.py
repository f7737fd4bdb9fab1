"""Examples from the reports whose triggers are marked: what their words tell."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language

from benchmarks.training.fit import Example, weight_of
from benchmarks.training.told import AGAIN, Mark, load_told
from dateline.extract.coding import find_mentions
from dateline.extract.features import WordFeatures
from dateline.extract.happenings import candidates
from dateline.extract.judging import NOTHING
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked report, read: the mark of each token that has one."""

    reading: Reading
    matcher: PatternMatcher
    marks: dict[int, Mark]


def read_marked(nlp: Language) -> Iterator[Marked]:
    """Parse the marked reports."""
    for told in load_told():
        reading = find_mentions(told.report, Parse.of(nlp(told.report.text)))
        token_at = {start: token for token, start in enumerate(reading.parse.starts)}
        marks = {token_at[mark.start]: mark for mark in told.marks}
        yield Marked(reading, PatternMatcher(reading), marks)


def trigger_examples(marked: Marked) -> Iterator[Example]:
    """Yield every candidate word with the kind it tells, or with nothing."""
    features = WordFeatures(marked.reading, marked.matcher)
    for token in candidates(marked.reading, marked.matcher):
        mark = marked.marks.get(token)
        if mark is None:
            yield Example(features.of(token), NOTHING)
        elif mark.kind != AGAIN:
            yield Example(features.of(token), mark.kind, weight_of(optional=mark.optional))
