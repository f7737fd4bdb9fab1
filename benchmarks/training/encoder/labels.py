"""What the encoder learns from: passages whose words have labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.language import Language

from benchmarks.training.gold import Aligned, align, load_coded
from benchmarks.training.sentences import sentence_labels
from benchmarks.training.told import AGAIN, Told, load_told
from dateline.extract.coding import find_mentions
from dateline.extract.happenings import telling_words
from dateline.extract.judging import NOTHING
from dateline.extract.parse import Parse
from dateline.extract.passages import USUAL, passages
from dateline.extract.triggers import PatternMatcher

Labels = dict[int, tuple[str, float]]  # of a token: what it tells, and how much that counts

ALONE = 3  # every third report is also read a sentence at a time
OPTIONAL = 0.5  # the weight of an event that coders may leave out


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
    for told in load_told():
        parse = Parse.of(nlp(told.report.text))
        yield parse, _of_told(told, parse)


def _of_coded(aligned: Aligned) -> Labels:
    words = set(telling_words(aligned.reading, aligned.matcher)) - aligned.blurred
    labels = dict.fromkeys(words, (NOTHING, 1.0))
    for event in sorted(aligned.coded["events"], key=lambda e: not e.get("optional")):
        if (token := aligned.trigger_of.get(event["id"])) is not None:
            labels[token] = (event["kind"], OPTIONAL if event.get("optional") else 1.0)
    return labels


def _of_told(told: Told, parse: Parse) -> Labels:
    reading = find_mentions(told.report, parse)
    labels = dict.fromkeys(telling_words(reading, PatternMatcher(reading)), (NOTHING, 1.0))
    token_at = {start: token for token, start in enumerate(parse.starts)}
    for mark in told.marks:
        token = token_at[mark.start]
        if mark.kind == AGAIN:
            labels.pop(token, None)
        else:
            labels[token] = (mark.kind, OPTIONAL if mark.optional else 1.0)
    return labels
