"""What a verb does to those it is said of, by the words that stand close to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.parse import Parse
from dateline.knowledge.figures import Sense

_WINDOW = 8  # tokens after a verb in which its particle or its complement may stand
_BARRED = 3  # tokens after a verb in which a bar may stand
_CLAUSE_END = frozenset(".;:!?\n")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of those counted: a verb group, the token that says so, and the rule."""

    group: str
    anchor: int
    rule: str


def senses_of(parse: Parse, verb: int, senses: dict[str, list[Sense]]) -> Iterator[str]:
    """Yield the groups a verb may belong to, those first that the words after it speak for."""
    known = senses.get(parse.lemmas[verb]) or senses.get(parse.lowers[verb])
    near: frozenset[str] | None = None
    for sense in known or ():
        if sense.needs:
            near = near or _close(parse, verb)
            if not sense.needs & near:
                continue
        if sense.bars and not sense.bars.isdisjoint(parse.lowers[verb + 1 : verb + 1 + _BARRED]):
            continue
        yield sense.group


def fates_of(parse: Parse, verb: int, senses: dict[str, list[Sense]], rule: str) -> Iterator[Fate]:
    """Yield what a verb says, under the name of the rule that found it."""
    for group in senses_of(parse, verb, senses):
        yield Fate(group, verb, rule)


def ends_clause(word: str) -> bool:
    """Tell whether a token ends a clause."""
    return word[0] in _CLAUSE_END


def _close(parse: Parse, verb: int) -> frozenset[str]:
    end, limit = verb + 1, min(len(parse), verb + 1 + _WINDOW)
    while end < limit and not ends_clause(parse.words[end]):
        end += 1
    return frozenset(parse.lowers[max(0, verb - 1) : end])
