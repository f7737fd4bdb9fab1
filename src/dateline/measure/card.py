"""The accuracy card: precision, recall and F1 of all that is coded, with bootstrap intervals.

Reports are drawn with replacement, as many as there are, again and again; the middle 95 % of the F1
of all draws is the interval (B. Efron, 1979). The draws are the same each time.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from dateline.measure.gold import Gold
from dateline.measure.likeness import Coded
from dateline.measure.scoring import Scores, Tally, score
from dateline.records import Card, CardRow

_DRAWS = 1000
_SEED = 1
_EDGES = (2.5, 97.5)  # per cent
_WHOLE = ("record", "typed", "kinded", "figures", "claims")
_WORDS = {
    "record": "all slots",
    "typed": "events of the right type",
    "kinded": "events of the right kind",
    "figures": "figures",
    "claims": "claims",
}


def card(gold: Gold, found: Mapping[str, Coded], *, corpus: str, version: str) -> Card:
    """Score records against a gold file."""
    scored = [_scored(id_, one, found) for id_, one in gold.reports.items()]
    draws = np.random.default_rng(_SEED).integers(len(scored), size=(_DRAWS, len(scored)))
    whole = score(gold.reports, found)
    quiet = [one for one in gold.reports.values() if not one["events"]]
    return Card(
        version=version,
        corpus=corpus,
        digest=gold.digest,
        reports=len(scored),
        quotes=whole.quotes[True] / max(1, whole.quotes.total()),
        quiet=len(quiet),
        quiet_alarms=whole.quiet_alarms,
        rows=tuple(
            _row(group, name, [tallies.get((group, name), Tally()) for tallies in scored], draws)
            for group, name in _measures(whole)
        ),
    )


def _scored(id_: str, gold: Coded, found: Mapping[str, Coded]) -> dict[tuple[str, str], Tally]:
    return dict(_tallies(score({id_: gold}, found)))


def _measures(whole: Scores) -> list[tuple[str, str]]:
    return [measure for measure, _ in _tallies(whole)]


def _tallies(scores: Scores) -> Iterator[tuple[tuple[str, str], Tally]]:
    for name in _WHOLE:
        yield ("whole", _WORDS[name]), getattr(scores, name)
    for group, named in (
        ("field", scores.fields),
        ("type", dict(sorted(scores.types.items()))),
        ("kind", dict(sorted(scores.kinds.items()))),
    ):
        for name, tally in named.items():
            yield (group, name), tally


def _row(group: str, name: str, tallies: list[Tally], draws: Any) -> CardRow:
    counts = np.array([(each.right, each.false, each.missed) for each in tallies])
    right, false, missed = counts.sum(axis=0).tolist()
    drawn = counts[draws].sum(axis=1)
    every = 2 * drawn[:, 0] + drawn[:, 1] + drawn[:, 2]
    spread = 2 * drawn[every > 0, 0] / every[every > 0]
    low, high = np.percentile(spread, _EDGES).tolist() if len(spread) else (None, None)
    return CardRow(
        group=group,
        name=name,
        gold=int(right + missed),
        precision=_share(right, right + false),
        recall=_share(right, right + missed),
        f1=_share(2 * right, 2 * right + false + missed),
        low=low,
        high=high,
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
