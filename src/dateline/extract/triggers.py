"""Words that may name a happening: the ontology's patterns, matched against the grammar."""

from collections.abc import Iterator
from functools import cached_property

from dateline.extract.frames import Frame, fillers
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.knowledge.ontology import groups, patterns
from dateline.knowledge.ontology.patterns import Pattern, Test

_POS = {"VB": "v", "NN": "n", "JJ": "a"}
_PLACE_GROUPS = {"place", "placename", "country"}


class PatternMatcher:
    """Matches the patterns of every kind on one report."""

    def __init__(self, reading: Reading) -> None:
        """Take the report; nothing is matched before it is asked for."""
        self._reading = reading
        self._parse = reading.parse

    @cached_property
    def matches(self) -> dict[int, tuple[Pattern, ...]]:
        """Map a token to the best pattern of each kind that matches, the most demanding first."""
        out = {}
        for token, tag in enumerate(self._parse.tags):
            pos = _POS.get(tag[:2])
            found = tuple(self._at(token, pos)) if pos else ()
            if found:
                out[token] = found
        return out

    def _at(self, token: int, pos: str) -> Iterator[Pattern]:
        index, seen = patterns(), set()
        for lemma in dict.fromkeys((joined(self._parse, token), self._parse.lemmas[token])):
            for pattern in index.get(lemma, ()):
                if pattern.pos == pos and pattern.kind not in seen and self._fits(pattern, token):
                    seen.add(pattern.kind)
                    yield pattern

    def _fits(self, pattern: Pattern, token: int) -> bool:
        if not pattern.tests:
            return True
        frame = self._reading.frames.of(token)
        return all(self._meets(test, frame) for test in pattern.tests)

    def _meets(self, test: Test, frame: Frame) -> bool:
        found = any(self._fills(test, token) for token in self._tokens(test, frame))
        return found is not test.absent

    def _tokens(self, test: Test, frame: Frame) -> Iterator[int]:
        if test.slot == "near":
            yield from range(*self._reading.sentence(frame.head))
            return
        for token in frame.slot(test.slot):
            yield from fillers(self._parse, token)

    def _fills(self, test: Test, token: int) -> bool:
        parse = self._parse
        if "*" in test.words or parse.lemmas[token] in test.words:
            return True
        if parse.lowers[token] in test.words:
            return True
        return any(self._belongs(group, token) for group in test.groups)

    def _belongs(self, group: str, token: int) -> bool:
        parse = self._parse
        if group.startswith("weapon."):
            return self._reading.weapon_at.get(token) == group[7:]
        if group in _PLACE_GROUPS:
            return token in self._reading.place_tokens
        if group == "named":
            return parse.tags[token].startswith("NNP")
        words = groups()[group]
        return parse.lemmas[token] in words or joined(parse, token) in words


def joined(parse: Parse, token: int) -> str:
    """Return the base form with what hyphens tie before it ("cease-fire", "counter-attack")."""
    lemma = parse.lemmas[token]
    while token > 1 and parse.words[token - 1] == "-" == parse.text[parse.starts[token] - 1]:
        token -= 2
        lemma = f"{parse.lowers[token]}-{lemma}"
    return lemma
