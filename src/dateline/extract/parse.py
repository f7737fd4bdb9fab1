"""The parsed text as plain columns: what every finder reads.

Reading a spaCy ``Token`` attribute costs far more than indexing a list, and finders ask for
the same ones again and again; so they are copied once per report.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, SENT_START, TAG
from spacy.tokens import Doc

from dateline.records import Quote

_COLUMNS = [LOWER, LEMMA, TAG, DEP, HEAD, ENT_IOB, ENT_TYPE, SENT_START, IDX, LENGTH]
_INSIDE, _BEGIN = 1, 3  # spaCy's codes for entity tags


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity of the language model: tokens ``first`` to before ``end``."""

    first: int
    end: int
    label: str


@dataclass(frozen=True)
class Parse:
    """Columns over the tokens of one text; every list is as long as the text has tokens.

    ``printed`` is the text as it was printed; ``text`` may have other letters in the same places.
    ``heads[i]`` is the index of the head (itself for a root), ``starts`` and ``ends`` are
    offsets into ``text``, ``sents`` holds half-open token ranges.
    """

    text: str
    printed: str
    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sents: list[tuple[int, int]]
    entities: list[Entity]

    @classmethod
    def of(cls, doc: Doc, printed: str | None = None) -> "Parse":
        """Copy what the finders need out of a parsed ``Doc``; quotes are of what was printed."""
        rows = doc.to_array(_COLUMNS)
        name = _names(doc)
        lowers, lemmas, tags, deps = ([name(k) for k in rows[:, c].tolist()] for c in range(4))
        shifts = rows[:, 4].astype("int64").tolist()
        starts = rows[:, 8].tolist()
        ends = [a + n for a, n in zip(starts, rows[:, 9].tolist(), strict=True)]
        text = doc.text
        return cls(
            text=text,
            printed=text if printed is None else printed,
            words=[text[a:b] for a, b in zip(starts, ends, strict=True)],
            lowers=lowers,
            lemmas=lemmas,
            tags=tags,
            deps=deps,
            heads=[i + s for i, s in enumerate(shifts)],
            starts=starts,
            ends=ends,
            sents=_ranges(rows[:, 7].astype("int64").tolist(), text, starts),
            entities=_entities(rows[:, 5].tolist(), [name(k) for k in rows[:, 6].tolist()]),
        )

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    @cached_property
    def children(self) -> list[list[int]]:
        """List the direct dependents of each token, in the order of the text."""
        out: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.heads):
            if head != i:
                out[head].append(i)
        return out

    @cached_property
    def sent_of(self) -> list[int]:
        """Number the sentence of each token."""
        out = [0] * len(self.words)
        for number, (first, end) in enumerate(self.sents):
            out[first:end] = [number] * (end - first)
        return out

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """Give the token range (half-open) that the subtree of each token spans."""
        left = list(range(len(self.words)))
        right = left.copy()
        for i in self._leaves_first:
            head = self.heads[i]
            left[head] = min(left[head], left[i])
            right[head] = max(right[head], right[i])
        return [(a, b + 1) for a, b in zip(left, right, strict=True)]

    @cached_property
    def _leaves_first(self) -> list[int]:
        order: list[int] = [i for i, head in enumerate(self.heads) if head == i]
        for i in order:  # grows while it is walked: breadth first from the roots
            order.extend(self.children[i])
        return order[::-1]

    def subtree(self, token: int) -> Iterator[int]:
        """Yield a token and all below it, parents before children."""
        stack = [token]
        while stack:
            i = stack.pop()
            yield i
            stack.extend(self.children[i])

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the heads above a token, the nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first dependent that hangs by one of the relations."""
        return next((c for c in self.children[token] if self.deps[c] in deps), None)

    def words_of(self, first: int, end: int) -> str:
        """Return the text of a token range."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def quote(self, first: int, end: int) -> Quote:
        """Quote a half-open token range, without white space around it."""
        while end - 1 > first and self.words[end - 1].isspace():
            end -= 1
        while first < end - 1 and self.words[first].isspace():
            first += 1
        return Quote.at(self.printed, self.starts[first], self.ends[end - 1])


def _names(doc: Doc) -> Callable[[int], str]:
    strings = doc.vocab.strings
    known: dict[int, str] = {0: ""}

    def name(key: int) -> str:
        if key not in known:
            known[key] = strings[key]
        return known[key]

    return name


def _ranges(marks: list[int], text: str, starts: list[int]) -> list[tuple[int, int]]:
    """Lay out the sentences; a line break ends one, also in a pipeline that does not know it."""
    size = len(marks)
    firsts = [
        i
        for i, mark in enumerate(marks)
        if mark == 1 or i == 0 or "\n" in text[starts[i - 1] : starts[i]]
    ]
    return list(zip(firsts, [*firsts[1:], size], strict=True)) if size else []


def _entities(tags: list[int], labels: list[str]) -> list[Entity]:
    out: list[Entity] = []
    first = None
    for i, tag in enumerate([*tags, 0]):
        if first is not None and tag != _INSIDE:
            out.append(Entity(first, i, labels[first]))
            first = None
        if tag == _BEGIN:
            first = i
    return out
