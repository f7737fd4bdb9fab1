"""Who says what: contents missed or false, sources wrong."""

from collections import Counter
from types import ModuleType
from typing import Any

from benchmarks.quality.corpus import Row
from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs

_SHARED = 0.5


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count attributions that are not found with content and source."""
    found: Found = Counter()
    for gold, answer in pairs:
        words = scorer.words(gold["text"])
        wanted = _items(scorer, gold.get("attributions", []), words)
        told = _items(scorer, answer.get("attributions", []), words)
        left_out = scorer.token_set(gold.get("ignore"), words)
        told = [one for one in told if 2 * len(one.content & left_out) < len(one.content)]
        by_gold, by_told = scorer.align(wanted, told)
        mates = {one.n: one for one in told}
        for one in wanted:
            sort = _sort(scorer, one, mates.get(by_gold.get(one.n)), words)
            if sort:
                found[sort, _cue(scorer, one, words)] += 1
        marked = frozenset().union(*(one.content for one in wanted))
        for one in told:
            if one.n not in by_told:
                where = "inside a marked content" if one.content <= marked else "outside any"
                found["attribution false", where] += 1
    return found


def _items(scorer: ModuleType, rows: list[Row], words: Any) -> list[Any]:
    items = [scorer.Item(row, words, number) for number, row in enumerate(rows)]
    return [one for one in items if one.content]


def _sort(scorer: ModuleType, gold: Any, told: Any, words: Any) -> str | None:
    if told is None:
        return "content missed"
    if scorer.jaccard(gold.content, told.content) < _SHARED:
        return "content shared by less than half"
    if not gold.source and not told.source:
        return None
    if not gold.source or not told.source:
        return "source not found" if gold.source else "source where none is told"
    return None if scorer.loose(gold.source, told.source, words) else "source is another"


def _cue(scorer: ModuleType, gold: Any, words: Any) -> str:
    if not gold.cue:
        return "without a cue"
    speech = scorer.is_speech(gold, words)
    return "with a reporting word" if speech else "with a cue of belief, intention or attitude"


ERRORS = ErrorClasses(count=count)
