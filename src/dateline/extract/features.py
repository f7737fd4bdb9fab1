"""What the models see of a word: its own form, the slots around it, and the sentence."""

from collections.abc import Iterator
from functools import cache

from dateline.extract.frames import Frame, fillers
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher, joined
from dateline.knowledge.ontology import groups, kinds
from dateline.knowledge.ontology.patterns import Pattern
from dateline.knowledge.word_classes import word_classes

_CONTENT = ("VB", "NN", "JJ")
_LEAD = 4  # sentences that open a report
_STEPS_UP = 3


@cache
def _groups_of(lemma: str) -> tuple[str, ...]:
    return tuple(name for name, words in groups().items() if lemma in words)


class WordFeatures:
    """Names the features of candidate triggers of one report."""

    def __init__(self, reading: Reading, matcher: PatternMatcher) -> None:
        """Take the report and the patterns that match in it."""
        self._reading = reading
        self._parse = reading.parse
        self._patterns = matcher.matches
        self._bags: dict[int, list[str]] = {}
        self._counts = dict(_counts(reading))

    def of(self, token: int) -> list[str]:
        """List the features of one token."""
        frame = self._reading.frames.of(token)
        out = list(self._form(token))
        out += self._slot("s", frame.subjects + frame.agents)
        out += self._slot("o", frame.objects)
        for name, tokens in frame.preps.items():
            out += (f"p={name}", f"l+p={self._parse.lemmas[token]}+{name}")
            out += self._slot(f"p_{name}", tokens)
        out += self._around(token, frame)
        out += self._matched(token)
        out += self._matched_around(token, frame)
        out += self._sentence(token)
        out += self._counts.get(token, ())
        return out

    def _form(self, token: int) -> Iterator[str]:
        parse = self._parse
        lemma, tag, dep = parse.lemmas[token], parse.tags[token], parse.deps[token]
        pos = tag[:2]
        yield from (f"l={lemma}/{pos}", f"tag={tag}", f"dep={dep}", f"l5={lemma[:5]}")
        whole = joined(parse, token)
        if whole != lemma:
            yield f"j={whole}"
        head = parse.lemmas[parse.heads[token]]
        yield f"head={head}/{dep}"
        yield from (f"c{grain}={c}/{pos}" for grain, c in enumerate(word_classes(lemma)))
        yield from (f"hc={c}/{dep}" for c in word_classes(head)[1:2])
        yield f"w-1={parse.lowers[token - 1] if token else ''}"
        yield f"w+1={parse.lowers[token + 1] if token + 1 < len(parse) else ''}"

    def _slot(self, name: str, tokens: list[int]) -> Iterator[str]:
        parse, reading = self._parse, self._reading
        for head in tokens:
            for token in fillers(parse, head):
                lemma = parse.lemmas[token]
                yield f"{name}={lemma}"
                yield from (f"{name}@{group}" for group in _groups_of(lemma))
                yield from (f"{name}%{c}" for c in word_classes(lemma)[1:2])
                if token in reading.weapon_at:
                    yield f"{name}@w.{reading.weapon_at[token]}"
                if token in reading.place_tokens:
                    yield f"{name}#place"
        yield f"{name}:{bool(tokens):d}"

    def _around(self, token: int, frame: Frame) -> Iterator[str]:
        parse = self._parse
        for particle in frame.particles:
            yield f"prt={parse.lowers[particle]}"
            yield f"l+prt={parse.lemmas[token]}+{parse.lowers[particle]}"
        yield from (f"cl={parse.lemmas[clause]}" for clause in frame.clauses)
        yield from self._modified(frame)
        if frame.passive:
            yield "passive"
        if frame.support is not None:
            yield f"sup={parse.lemmas[frame.support]}"
        for child in parse.children[token]:
            if parse.deps[child] in {"aux", "neg", "det", "mark"}:
                yield f"{parse.deps[child]}={parse.lowers[child]}"

    def _modified(self, frame: Frame) -> Iterator[str]:
        parse, reading = self._parse, self._reading
        for modifier in frame.modifiers:
            yield f"m={parse.lemmas[modifier]}"
            yield from (f"m%{c}" for c in word_classes(parse.lemmas[modifier])[1:2])
            if modifier in reading.weapon_at:
                yield f"m@w.{reading.weapon_at[modifier]}"
            if modifier in reading.place_tokens:
                yield "m#place"

    def _matched(self, token: int) -> Iterator[str]:
        found = self._patterns.get(token, ())
        for rank, pattern in enumerate(found):
            yield f"x{min(rank, 2)}={pattern.kind}"
            yield f"xt={kinds()[pattern.kind].type}"
        if found:
            yield from (f"xr={found[0].rule}", f"xs={len(found[0].tests)}", "x:1")
        else:
            yield "x:0"

    def _matched_around(self, token: int, frame: Frame) -> Iterator[str]:
        """Name the kinds that the words above and below may tell: what is asked for is not done."""
        below = token
        for step, above in enumerate(self._parse.ancestors(token), start=1):
            if step > _STEPS_UP:
                break
            if above in self._patterns:
                yield f"ux{step}={self._patterns[above][0].kind}/{self._parse.deps[below]}"
                yield f"ux={self._patterns[above][0].kind}"
            below = above
        for name, tokens in (("ox", frame.objects), ("cx", frame.clauses), ("sbx", frame.subjects)):
            for other in tokens:
                if other in self._patterns:
                    yield f"{name}={self._patterns[other][0].kind}"

    def _sentence(self, token: int) -> Iterator[str]:
        number = self._parse.sent_of[token]
        lemma = self._parse.lemmas[token]
        if number not in self._bags:
            self._bags[number] = self._bag(*self._parse.sents[number])
        own = {f"b={lemma}"}
        yield from (name for name in self._bags[number] if name not in own)
        for other in range(*self._parse.sents[number]):
            if other != token and other in self._patterns:
                yield f"sx={self._patterns[other][0].kind}"
        if token in self._reading.quoted:
            yield "quoted"
        yield "s0" if number == 0 else "s1" if number < _LEAD else "s2"
        yield f"block={self._reading.block_at[token]}"

    def _bag(self, first: int, end: int) -> list[str]:
        parse, reading = self._parse, self._reading
        out = [
            f"b={parse.lemmas[i]}"
            for i in range(first, end)
            if parse.tags[i][:2] in _CONTENT and parse.words[i][0].isalpha()
        ]
        out += [f"sw={reading.weapon_at[i]}" for i in range(first, end) if i in reading.weapon_at]
        return out


def _counts(reading: Reading) -> Iterator[tuple[int, list[str]]]:
    """Name, for each word that a figure hangs on, what the figure counts."""
    for figure in reading.figures:
        for token in range(figure.first, figure.end):
            yield token, [f"in-figure={figure.measure}"]
        if figure.anchor is not None:
            yield (
                figure.anchor,
                [f"counts={figure.measure}", f"counts+scope={figure.measure}+{figure.scope}"],
            )


def best_pattern(found: tuple[Pattern, ...], kind: str) -> Pattern | None:
    """Return the most demanding pattern of one kind among those that match."""
    return next((pattern for pattern in found if pattern.kind == kind), None)
