"""Score coded records against gold ones, slot by slot.

Events of one report are paired one to one, by the words they quote first and by type and kind
then. A paired event of the right type has its slots compared (type, kind, factuality, each actor,
each target, weapon, place, date); one of the wrong type has all its slots wrong on both sides.
Each figure (measure and bounds) and each claim (speaker and content) is a slot of its own.
Background events stay out; optional gold items are neither missed nor false alarms.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dateline.errors import SettingError
from dateline.measure.likeness import (
    Coded,
    covered,
    same_day,
    same_party,
    same_place,
    same_words,
    share_speaker,
    spots,
)

try:
    from scipy.optimize import linear_sum_assignment
except ImportError as error:
    _message = "Measuring needs SciPy; install it with: pip install 'dateline[evaluate]'"
    raise SettingError(_message) from error

_SHARED_WORDS = 0.5
SLOTS = ("type", "kind", "factuality", "actors", "targets", "weapon", "place", "date")


@dataclass
class Tally:
    """Right, false and missed of one measure."""

    right: float = 0
    false: float = 0
    missed: float = 0

    def add(self, right: float = 0, false: float = 0, missed: float = 0) -> None:
        """Count some more."""
        self.right += right
        self.false += false
        self.missed += missed

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where there is nothing."""
        every = 2 * self.right + self.false + self.missed
        return 2 * self.right / every if every else 0.0


@dataclass
class Scores:
    """The measures of a corpus; ``fields`` are over paired events of the right type."""

    record: Tally = field(default_factory=Tally)
    typed: Tally = field(default_factory=Tally)
    kinded: Tally = field(default_factory=Tally)
    figures: Tally = field(default_factory=Tally)
    claims: Tally = field(default_factory=Tally)
    types: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in SLOTS})
    quotes: Counter[bool] = field(default_factory=Counter)
    quiet_alarms: int = 0

    def table(self) -> dict[str, float]:
        """Give every number by its name, between 0 and 1 but for the count of false alarms."""
        names = ("record", "typed", "kinded", "figures", "claims")
        out = {name: getattr(self, name).f1 for name in names}
        out |= {f"field.{name}": tally.f1 for name, tally in self.fields.items()}
        out["evidence"] = self.quotes[True] / max(1, self.quotes.total())
        out["quiet_alarms"] = self.quiet_alarms
        return {name: round(value, 4) for name, value in out.items()}


def score(gold: Mapping[str, Coded], found: Mapping[str, Coded]) -> Scores:
    """Score records by report id; a missing report misses all it holds."""
    scores = Scores()
    for name, coded in gold.items():
        _score_report(scores, coded, found.get(name, {"events": [], "figures": [], "claims": []}))
    return scores


def _score_report(scores: Scores, gold: Coded, found: Coded) -> None:
    text = gold["text"]
    _score_events(scores, text, gold["events"], found["events"])
    if not gold["events"]:
        scores.quiet_alarms += len(found["events"])
    for name, alike in (("figures", _same_figure), ("claims", _same_claim)):
        tally = _match(text, gold[name], found[name], alike)
        for whole in (getattr(scores, name), scores.record):
            whole.add(tally.right, tally.false, tally.missed)
    quotes = [q for e in found["events"] for q in e["evidence"]]
    quotes += [*found["figures"], *found["claims"]]
    scores.quotes.update(text[q["start"] : q["end"]] == q["quote"] for q in quotes)


def _score_events(scores: Scores, text: str, gold: list[Coded], found: list[Coded]) -> None:
    pairs = dict(pair_events(text, gold, found))
    for at, one in enumerate(gold):
        if one.get("optional") or one["background"]:
            continue
        other = found[pairs[at]] if at in pairs else None
        if other is None or other["background"]:
            for tally in _named(scores, one):
                tally.add(missed=1)
            scores.record.add(missed=_size(one))
        else:
            _score_pair(scores, one, other)
    taken = set(pairs.values())
    for at, other in enumerate(found):
        if at not in taken and not other["background"]:
            for tally in _named(scores, other):
                tally.add(false=1)
            scores.record.add(false=_size(other))


def _named(scores: Scores, event: Coded) -> tuple[Tally, ...]:
    """Give the tallies that an event counts in by its type and kind."""
    types, kinds = scores.types[event["type"]], scores.kinds[event["kind"]]
    return scores.typed, scores.kinded, types, kinds


def _score_pair(scores: Scores, gold: Coded, found: Coded) -> None:
    for whole, each, name in (
        (scores.typed, scores.types, "type"),
        (scores.kinded, scores.kinds, "kind"),
    ):
        right = gold[name] == found[name]
        whole.add(right, not right, not right)
        each[gold[name]].add(right, 0, not right)
        each[found[name]].add(0, not right, 0)
    if gold["type"] != found["type"]:
        scores.record.add(false=_size(found), missed=_size(gold))
        return
    for name, tally in _compare(gold, found):
        for whole in (scores.fields[name], scores.record):
            whole.add(tally.right, tally.false, tally.missed)


def _compare(gold: Coded, found: Coded) -> Iterator[tuple[str, Tally]]:
    for name in ("type", "kind", "factuality", "weapon"):
        yield name, _single(gold[name], found[name], lambda a, b: bool(a == b))
    yield "place", _single(gold["place"], found["place"], same_place)
    yield "date", _single(_told(gold["date"]), _told(found["date"]), same_day)
    for name in ("actors", "targets"):
        mine, theirs = gold[name], found[name]
        right = len(assign([[same_party(a, b) for b in theirs] for a in mine]))
        yield name, Tally(right, len(theirs) - right, len(mine) - right)


def _single(gold: Any, found: Any, alike: Any) -> Tally:
    if gold and found:
        right = alike(gold, found)
        return Tally(right, not right, not right)
    return Tally(0, bool(found), bool(gold))


def _told(when: Coded) -> Coded | None:
    return when if when["start"] else None


def _size(event: Coded) -> int:
    parties = len(event["actors"]) + len(event["targets"])
    told = [event["weapon"], event["place"], _told(event["date"])]
    return 3 + parties + sum(x is not None for x in told)


def pair_events(text: str, gold: Sequence[Coded], found: Sequence[Coded]) -> list[tuple[int, int]]:
    """Pair gold events with found ones, by their places in the lists."""
    mine = [spots(text, e["evidence"]) for e in gold]
    theirs = [spots(text, e["evidence"]) for e in found]
    table = []
    for one, places in zip(gold, mine, strict=True):
        row = []
        for other, others in zip(found, theirs, strict=True):
            near = covered(text, places, others)
            same = 0.6 * (one["type"] == other["type"]) + 0.3 * (one["kind"] == other["kind"])
            row.append(near + same if near else 0.0)
        table.append([0.8 * value for value in row] if one.get("optional") else row)
    return assign(table)


def _match(text: str, gold: list[Coded], found: list[Coded], alike: Any) -> Tally:
    table = [[alike(text, one, other) for other in found] for one in gold]
    pairs = dict(assign(table))
    right = sum(1 for at, one in enumerate(gold) if at in pairs and not one.get("optional"))
    missed = sum(1 for at, one in enumerate(gold) if at not in pairs and not one.get("optional"))
    return Tally(right, len(found) - len(pairs), missed)


def _same_figure(text: str, gold: Coded, found: Coded) -> float:
    if any(gold[name] != found[name] for name in ("measure", "low", "high")):
        return 0.0
    return covered(text, spots(text, [gold["quote"]]), [(found["start"], found["end"])])


def _same_claim(text: str, gold: Coded, found: Coded) -> float:  # noqa: ARG001 - one shape for both
    shared = same_words(gold["quote"], found["quote"])
    return shared if shared >= _SHARED_WORDS and share_speaker(gold, found) else 0.0


def assign(table: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns, one to one, for the greatest sum; zeros are no pairs."""
    if not table or not table[0]:
        return []
    weights = np.array(table, dtype=float)
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if weights[r, c] > 0]
