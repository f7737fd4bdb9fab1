"""The example sentences of the kinds: plain news English, which the training reports avoid.

A sentence that must match teaches its kind at the word that fits a pattern of the kind best; one
that must not teaches that these words tell nothing there. Their other words teach nothing.
"""

from collections.abc import Iterator

from spacy.language import Language

from benchmarks.training.fit import Example
from dateline.extract.coding import find_mentions
from dateline.extract.features import WordFeatures, best_pattern
from dateline.extract.happenings import candidates
from dateline.extract.judging import NOTHING
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher
from dateline.knowledge.ontology import kinds
from dateline.records import Report

# A sentence alone lacks the report around it; and it must not outweigh what reports teach.
_WEIGHT = 1.0
_REPORT = ("b=", "s0", "s1", "s2", "block=", "sx=")


def sentence_examples(nlp: Language) -> Iterator[Example]:
    """Yield what every example sentence teaches."""
    for reading, labels in sentence_labels(nlp):
        features = WordFeatures(reading, PatternMatcher(reading))
        for token, label in labels.items():
            own = [one for one in features.of(token) if not one.startswith(_REPORT)]
            yield Example(own, label, _WEIGHT)


def sentence_labels(nlp: Language) -> Iterator[tuple[Reading, dict[int, str]]]:
    """Yield every example sentence with what some of its words tell."""
    for name, kind in kinds().items():
        for sentences, label in ((kind.matches, name), (kind.misses, NOTHING)):
            for sentence in sentences:
                reading = find_mentions(Report(id=name, text=sentence), Parse.of(nlp(sentence)))
                yield reading, _labels(reading, name, label)


def _labels(reading: Reading, name: str, label: str) -> dict[int, str]:
    matcher = PatternMatcher(reading)
    known = {
        token: pattern
        for token in candidates(reading, matcher)
        if (pattern := best_pattern(matcher.matches[token], name))
    }
    told = sorted(known, key=lambda token: known[token].rank())[:1]
    return dict.fromkeys(told if label == name else known, label)
