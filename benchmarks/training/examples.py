"""From aligned reports to examples: one function per model."""

from collections.abc import Iterator
from typing import Any

from benchmarks.training.fit import Example, weight_of
from benchmarks.training.gold import Aligned, Coded
from benchmarks.training.match import same_date, same_party, same_place
from dateline.extract.arguments import actors_near, find_arguments, places_near, time_options
from dateline.extract.factuality import factuality_features
from dateline.extract.features import WordFeatures
from dateline.extract.happenings import Options, candidates, judge, shares_of
from dateline.extract.judging import NOTHING
from dateline.extract.linking import BACK, ON, link_features, sentences_apart
from dateline.extract.means import NO_WEAPON, weapon_features
from dateline.extract.mentions import Trigger
from dateline.extract.merging import Telling, merge_features
from dateline.extract.pairs import PairFeatures

# A quote of an event may tell it in words that are not sure alone.
_ANY = Options(threshold=0.2, beyond=0.2)


def trigger_examples(aligned: Aligned) -> Iterator[Example]:
    """Yield every candidate word with the kind it tells, or with nothing."""
    features = WordFeatures(aligned.reading, aligned.matcher)
    told = _told(aligned)
    for token in candidates(aligned.reading, aligned.matcher):
        event = told.get(token)
        if event:
            yield Example(features.of(token), event["kind"], _weight(event))
        elif token not in aligned.blurred:
            yield Example(features.of(token), NOTHING)


def party_examples(aligned: Aligned) -> Iterator[Example]:
    """Yield every party beside a trigger as its actor, its target, or neither."""
    for event, trigger in _triggers(aligned):
        pairs = PairFeatures(aligned.reading, trigger)
        near = actors_near(aligned.reading, trigger)
        parts = _parts(event, near)
        for mention, part in zip(near, parts, strict=True):
            if part:
                yield Example(pairs.actor(mention), part, _weight(event))


def place_examples(aligned: Aligned) -> Iterator[Example]:
    """Yield every place beside a trigger as where it happened, or not."""
    for event, trigger in _triggers(aligned):
        pairs = PairFeatures(aligned.reading, trigger)
        for rank, mention in enumerate(places_near(aligned.reading, trigger)):
            right = bool(event["place"]) and same_place(event["place"], mention.place)
            yield Example(pairs.place(mention, rank), _answer(right), _weight(event))


def time_examples(aligned: Aligned) -> Iterator[Example]:
    """Yield every date beside a trigger as when it happened, or not."""
    for event, trigger in _triggers(aligned):
        pairs = PairFeatures(aligned.reading, trigger)
        for mention, features in time_options(aligned.reading, trigger, pairs):
            yield Example(features, _answer(same_date(event["date"], mention.when)), _weight(event))


def factuality_examples(aligned: Aligned) -> Iterator[Example]:
    """Yield every trigger with its factuality."""
    for event, trigger in _triggers(aligned):
        features = factuality_features(aligned.reading, trigger)
        yield Example(features, event["factuality"], _weight(event))


def weapon_examples(aligned: Aligned) -> Iterator[Example]:
    """Yield every trigger with its weapon, or with none."""
    for event, trigger in _triggers(aligned):
        features = weapon_features(aligned.reading, trigger)
        yield Example(features, event["weapon"] or NO_WEAPON, _weight(event))


def link_examples(aligned: Aligned) -> Iterator[Example]:
    """Yield every figure found beside every trigger near it: does it count that happening."""
    reading = aligned.reading
    triggers = list(_triggers(aligned))
    for figure in reading.figures:
        coded = _coded_figure(aligned, figure.head)
        if coded is None:
            continue
        for event, trigger in triggers:
            if -BACK <= sentences_apart(reading, figure, trigger) <= ON:
                right = coded.get("event") == event["id"]
                yield Example(link_features(reading, figure, trigger), _answer(right))


def merge_examples(aligned: Aligned) -> Iterator[Example]:
    """Yield pairs of tellings: of one happening, or of two."""
    tellings = sorted(_tellings(aligned), key=lambda one: one[1].trigger.head)
    for at, (right_events, right) in enumerate(tellings):
        for left_events, left in tellings[:at]:
            same = bool(left_events & right_events)
            yield Example(merge_features(aligned.reading, left, right), _answer(same))


def _tellings(aligned: Aligned) -> Iterator[tuple[set[str], Telling]]:
    reading = aligned.reading
    owners: dict[int, set[str]] = {}
    triggers: dict[int, Trigger] = {}
    for event, trigger in _triggers(aligned):
        owners.setdefault(trigger.head, set()).add(event["id"])
        triggers.setdefault(trigger.head, trigger)
    shares = shares_of(reading, aligned.matcher)
    for token in sorted(aligned.blurred & set(shares)):
        repeated = judge(aligned.matcher, token, shares[token], _ANY)
        told = aligned.told_at(token)
        if repeated and told:
            owners[token], triggers[token] = told, repeated
    for token, trigger in triggers.items():
        arguments = find_arguments(reading, trigger)
        yield owners[token], Telling(trigger=trigger, arguments=arguments, factuality="occurred")


def _told(aligned: Aligned) -> dict[int, Coded]:
    out: dict[int, Coded] = {}
    for event in sorted(aligned.coded["events"], key=lambda e: bool(e.get("optional"))):
        token = aligned.trigger_of.get(event["id"])
        if token is not None:
            out.setdefault(token, event)
    return out


def _triggers(aligned: Aligned) -> Iterator[tuple[Coded, Trigger]]:
    for event in aligned.coded["events"]:
        token = aligned.trigger_of.get(event["id"])
        if token is not None:
            found = aligned.matcher.matches.get(token, ())
            weapon = next((p.weapon for p in found if p.kind == event["kind"]), None)
            yield (
                event,
                Trigger(
                    first=token,
                    end=token + 1,
                    head=token,
                    rule="gold",
                    kind=event["kind"],
                    weapon=weapon,
                ),
            )


def _parts(event: Coded, near: list[Any]) -> list[str | None]:
    """Name the part of each mention; None where it is too like a party to count as none."""
    parts: list[str | None] = [NOTHING] * len(near)
    for part, field in (("target", "targets"), ("actor", "actors")):
        for party in event[field]:
            grades = [same_party(party, mention.party) for mention in near]
            best = max(grades, default=0)
            for at, grade in enumerate(grades):
                if grade and grade == best:
                    parts[at] = part
                elif grade and parts[at] == NOTHING:
                    parts[at] = None
    return parts


def _coded_figure(aligned: Aligned, token: int) -> Coded | None:
    text, start = aligned.reading.report.text, aligned.reading.parse.starts[token]
    for figure in aligned.coded["figures"]:
        at = text.find(figure["quote"])
        if at <= start < at + len(figure["quote"]):
            return dict(figure)
    return None


def _answer(right: bool) -> str:  # noqa: FBT001
    return "yes" if right else "no"


def _weight(event: Coded) -> float:
    return weight_of(optional=bool(event.get("optional")))
