"""Signs that a noun phrase fills a role: where it stands, by what deeds, and how it is written."""

from collections.abc import Iterator

from benchmarks.quality.deed_words import load_deeds
from benchmarks.quality.deeds import Deed
from benchmarks.quality.phrases import Phrases
from dateline.extract.frames import conjuncts
from dateline.extract.reading import Reading

_CLOSE, _NEAR = 4, 9  # tokens to a deed
_FIRST, _LATE = 2, 12  # sentences
_UP = 3  # heads above a phrase
_BEFORE = frozenset({"compound", "nmod", "amod"})
_DEPS = {
    "nsubj": "subject",
    "nsubjpass": "passive",
    "dobj": "object",
    "pobj": "behind-preposition",
    "appos": "beside",
    "conj": "listed-with",
    "compound": "before-noun",
    "poss": "owner",
}


class Signs:
    """Signs of the noun phrases of one report, given the deeds that make its templates."""

    def __init__(self, reading: Reading, phrases: Phrases, deeds: list[Deed]) -> None:
        """Learn where the deeds are told, and who stands in their grammar."""
        self.reading, self.phrases, self.parse = reading, phrases, reading.parse
        self.deeds = deeds
        self.doers = {t for deed in deeds for t in deed.doers}
        self.hits = {t for deed in deeds for t in (*deed.people, *deed.things)}
        self.means = {t for deed in deeds for t in deed.means}
        self.told = {self.parse.sent_of[deed.trigger.head] for deed in deeds}

    def of(self, token: int) -> Iterator[str]:
        """Yield the signs that any phrase may have."""
        yield from self._where(token)
        yield from self._grammar(token)
        yield from self._above(token)
        if token in self.doers or self.parse.heads[token] in self.doers:
            yield "doer"
        if token in self.hits:
            yield "hit"
        if any(t in self.hits for t in conjuncts(self.parse, token) if t != token):
            yield "hit-with"
        if self.parse.heads[token] in self.hits or self.hits & set(self.parse.children[token]):
            yield "hit-beside"

    def _where(self, token: int) -> Iterator[str]:
        at = self.parse.sent_of[token]
        if at in self.told:
            yield "told"
            heads = [d.trigger.head for d in self.deeds if self.parse.sent_of[d.trigger.head] == at]
            gap = min(abs(token - head) for head in heads)
            yield "close" if gap < _CLOSE else "near" if gap < _NEAR else "apart"
        elif at - 1 in self.told:
            yield "after"
        elif at + 1 in self.told:
            yield "before"
        else:
            yield "far"
        if at < _FIRST:
            yield "first"
        elif at > _LATE:
            yield "late"
        if token in self.reading.quoted:
            yield "quoted"

    def _grammar(self, token: int) -> Iterator[str]:
        parse = self.parse
        dep, above = parse.deps[token], parse.heads[token]
        yield _DEPS.get(dep, "else")
        if dep == "pobj":
            yield f"behind-{parse.lemmas[above]}"
        if dep == "nsubj" and parse.lemmas[above] in load_deeds().says:
            yield "speaks"
        if dep in _BEFORE and self.phrases.sort_of(above) == "person":
            yield "before-person"
        for child in parse.children[token]:
            yield from self._said(child)

    def _said(self, child: int) -> Iterator[str]:
        """Say what a word below a noun tells: one of many, a new one, one known already."""
        lower = self.parse.lowers[child]
        if self.parse.tags[child] == "CD":
            yield "counted"
        if lower in {"a", "an"}:
            yield "new"
        if lower in {"the", "this", "these", "those"}:
            yield "known"
        if lower in load_deeds().marks:
            yield "marked"

    def _above(self, token: int) -> Iterator[str]:
        parse, words = self.parse, load_deeds()
        over = {parse.lemmas[t] for t in list(parse.ancestors(token))[:_UP]}
        first, end = self.reading.sentence(token)
        there = set(parse.lemmas[first:end])
        lists = (
            ("blamed", over & words.blames),
            ("blame-told", there & words.blamed),
            ("battle", there & words.battle),
            ("harmed", over & (words.kills | words.wounds | words.kidnaps)),
            ("fate", over & words.fates),
            ("held", over & words.holds),
            ("placed", over & (words.plants | words.bursts)),
            ("found", over & words.finds),
            ("attempt", over & words.attempts),
        )
        yield from (name for name, found in lists if found)
