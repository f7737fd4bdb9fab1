"""What type of event a sentence that stands alone tells of, best first.

A report may tell nothing; such a sentence is known to tell something. So words count that the
extractor alone would be too little sure of, and what is said in the main clause counts most.
"""

from collections import defaultdict
from collections.abc import Container, Iterator

from dateline.extract.actors import actor_at
from dateline.extract.alone.moods import Mood, mood_of, ought
from dateline.extract.happenings import shares_of
from dateline.extract.judging import NOTHING, classes
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher
from dateline.knowledge.ontology import kind_named

_LEAST = 0.15  # score of a type that is listed
_SHARE = 0.3  # ... of that of the best
_DEEPER = 0.75  # for each clause that stands between a word and the sentence's head
_CLAUSES = frozenset(["relcl", "acl", "advcl", "pobj", "pcomp", "compound", "amod"])
_DUTY = 0.5  # score of a demand that only "must" tells
_CROWD = frozenset(["CVL", "OPP", "BUS", "EDU", "REL", "REF"])
_BARRED = "siege-or-blockade"

# What a will to act, or not to act, comes to: PLOVER's own lines between its types.
_KIND = frozenset(["AID", "SUPPORT", "COOPERATE", "RETREAT", "CONCEDE", "CONSULT", "AGREE"])
_HARSH = frozenset(["SANCTION", "COERCE", "ASSAULT", "REJECT", "MOBILIZE", "PROTEST"])


def types_of(reading: Reading, within: Container[int] | None = None) -> list[str]:
    """List the types that a sentence, or some words of it, tell, best first."""
    scores: dict[str, float] = defaultdict(float)
    for token, shares in _shares(reading):
        if within is not None and token not in within:
            continue
        weight = _weight(reading, token)
        for name, share in _by_mood(shares, mood_of(reading.parse, token)):
            scores[name] = max(scores[name], share * weight)
    duty = ought(reading.parse)
    if duty is not None and (within is None or duty in within):
        scores["REQUEST"] = max(scores["REQUEST"], _DUTY)
    return _ranked(scores)


def _ranked(scores: dict[str, float]) -> list[str]:
    best = max(scores.values(), default=0.0)
    bar = min(best, max(_LEAST, best * _SHARE))
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    return [name for name in ranked if scores[name] >= bar > 0]


def _shares(reading: Reading) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield each word that may tell something with the probability of each type."""
    matcher = PatternMatcher(reading)
    for token, row in sorted(shares_of(reading, matcher).items()):
        out: dict[str, float] = defaultdict(float)
        crowd = _is_crowd(reading, token)
        for kind, share in zip(classes(), row, strict=True):
            if kind != NOTHING:
                out["PROTEST" if crowd and kind == _BARRED else kind_named(kind).type] += share
        yield token, out


def _is_crowd(reading: Reading, token: int) -> bool:
    """Tell whether civilians act, who block a road in protest."""
    subject = reading.parse.child(token, "nsubj")
    actor = actor_at(reading.actors, subject) if subject is not None else None
    return actor is not None and actor.party.role in _CROWD


def _weight(reading: Reading, token: int) -> float:
    parse, weight = reading.parse, 1.0
    for i in (token, *parse.ancestors(token)):
        if parse.deps[i] in _CLAUSES:
            weight *= _DEEPER
    return weight


def _by_mood(shares: dict[str, float], mood: Mood | None) -> Iterator[tuple[str, float]]:
    for name, share in shares.items():
        turned = _turned(name, mood)
        if turned:
            yield turned, share
        yield name, share * (0.8 if turned else 1.0)


def _turned(name: str, mood: Mood | None) -> str | None:
    if mood is Mood.OUGHT:
        return "REQUEST"
    if mood is Mood.ENDED:
        return "SANCTION" if name in _KIND else "CONCEDE" if name in _HARSH else None
    if mood is Mood.WILL:
        return "AGREE" if name in _KIND else "THREATEN" if name in _HARSH else None
    if mood is Mood.NOT:
        return "REJECT" if name in _KIND else None
    return None
