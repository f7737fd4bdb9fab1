"""What the encoder learns from: passages whose words have labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.language import Language

from benchmarks.training.fit import weight_of
from benchmarks.training.gold import Aligned, align, load_coded
from benchmarks.training.sentences import sentence_labels
from benchmarks.training.told import AGAIN
from benchmarks.training.told_examples import Marked, read_marked
from dateline.extract.coding import find_mentions
from dateline.extract.happenings import telling_words
from dateline.extract.judging import NOTHING
from dateline.extract.parse import Parse
from dateline.extract.passages import USUAL, passages

Labels = dict[int, tuple[str, float]]  # of a token: what it tells, and how much that counts

ALONE = 3  # every third report is also read a sentence at a time


@dataclass(frozen=True, slots=True)
class Label:
    """Where among the pieces a word begins, what it tells, and how much that counts."""

    at: int
    kind: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage and its labels."""

    pieces: list[int]
    labels: list[Label]


def labelled(nlp: Language) -> Iterator[Labelled]:
    """Yield all passages: coded reports, marked ones, and the example sentences of the kinds."""
    reports = chain(_coded(nlp), _marked(nlp))
    for number, (parse, labels) in enumerate(reports):
        yield from _passages(parse, labels)
        if number % ALONE == 0:  # what is told in a headline or a post has no words around it
            yield from _passages(parse, labels, usual=1)
    for reading, told in sentence_labels(nlp):
        yield from _passages(reading.parse, {token: (kind, 1.0) for token, kind in told.items()})


def _passages(parse: Parse, labels: Labels, usual: int = USUAL) -> Iterator[Labelled]:
    for passage in passages(parse, usual):
        found = [
            Label(at, *labels[token]) for token, at in passage.begins.items() if token in labels
        ]
        if found:
            yield Labelled(passage.pieces, found)


def _coded(nlp: Language) -> Iterator[tuple[Parse, Labels]]:
    for report, coded in load_coded():
        aligned = align(find_mentions(report, Parse.of(nlp(report.text))), coded)
        yield aligned.reading.parse, _of_coded(aligned)


def _marked(nlp: Language) -> Iterator[tuple[Parse, Labels]]:
    for marked in read_marked(nlp):
        yield marked.reading.parse, _of_marked(marked)


def _of_coded(aligned: Aligned) -> Labels:
    words = set(telling_words(aligned.reading, aligned.matcher)) - aligned.blurred
    labels = dict.fromkeys(words, (NOTHING, 1.0))
    for event in sorted(aligned.coded["events"], key=lambda e: not e.get("optional")):
        if (token := aligned.trigger_of.get(event["id"])) is not None:
            labels[token] = (event["kind"], weight_of(optional=bool(event.get("optional"))))
    return labels


def _of_marked(marked: Marked) -> Labels:
    labels = dict.fromkeys(telling_words(marked.reading, marked.matcher), (NOTHING, 1.0))
    for token, mark in marked.marks.items():
        if mark.kind == AGAIN:
            labels.pop(token, None)
        else:
            labels[token] = (mark.kind, weight_of(optional=mark.optional))
    return labels
