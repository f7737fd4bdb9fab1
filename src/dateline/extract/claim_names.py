"""Read the name of a speaker off a noun phrase: the fullest of the report, roles aside."""

import re
from functools import cached_property

from dateline.extract.claim_view import MARKS, View
from dateline.knowledge.cues import load_cues

_CLOCK = re.compile(r"^(\d{1,2}[:.]\d\d|\W+)$")
_ARTICLES = frozenset({"DT", "PRP$", "PDT", "WP$"})
_ENDS = frozenset({"WDT", "WP", "WRB", "VBG", "VBD", "VBZ", "VBP", "CC"})
_BREAKS = frozenset({",", ";", ":", ".", "–", "—", "--", "(", ")"})
_OWNED = frozenset({"'s", "’s", "'", "’"})


class Names:
    """The personal names of one report, who bears which role, and how its noun phrases read."""

    def __init__(self, view: View) -> None:
        """Look at the entities of a report."""
        self.view = view
        self.parse = view.parse
        self.lists = load_cues().speakers

    @cached_property
    def persons(self) -> dict[int, tuple[int, int]]:
        """Map each token of a personal name to the range of the name."""
        spans = [(e.first, e.end) for e in self.parse.entities if e.label == "PERSON"]
        return {i: span for span in spans for i in range(*span)}

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """Map the last word of each personal name to the fullest name that ends with it."""
        out: dict[str, str] = {}
        for first, end in sorted(set(self.persons.values())):
            name = self._strip(first, end)
            last = name.split()[-1].lower() if name else ""
            if last and len(name) > len(out.get(last, "")):
                out[last] = name
        return out

    @cached_property
    def _bearers(self) -> dict[str, list[tuple[int, str]]]:
        """List who bears each role: "the mayor, Jean Paul", "Colonel Sow", "Sow, a colonel"."""
        out: dict[str, list[tuple[int, str]]] = {}
        for first, end in sorted(set(self.persons.values())):
            name = self._full(first, end)
            for word in self._words_beside(first, end) if name else ():
                if word in self.lists["person"]:
                    out.setdefault(word, []).append((first, name))
        return out

    def _words_beside(self, first: int, end: int) -> list[str]:
        words, lowers = self.parse.words, self.parse.lowers
        out = lowers[max(first - 1, 0) : first + 1]
        if first > 1 and words[first - 1] == ",":
            out.append(lowers[first - 2])
        if end < len(words) and words[end] == ",":
            out.extend(lowers[end + 1 : end + 4])
        return out

    def _full(self, first: int, end: int) -> str:
        name = self._strip(first, end)
        return self._full_names.get(name.split()[-1].lower(), name) if name else ""

    def _strip(self, first: int, end: int) -> str:
        """Leave titles and the possessive off a personal name."""
        parse, titles = self.parse, self.lists["titles"]
        while first < end - 1 and parse.lowers[first] in titles:
            first += 1
        while end > first + 1 and parse.lowers[end - 1] in _OWNED:
            end -= 1
        return self.words(first, end)

    def words(self, first: int, end: int) -> str:
        """Return the text of a token range on one line."""
        return " ".join(self.parse.words_of(first, end).split()) if end > first else ""

    def personal(self, head: int) -> str | None:
        """Give the name of a person who is the head, or whom an apposition names."""
        parse = self.parse
        apposed = (c for c in parse.children[head] if parse.deps[c] == "appos")
        named = next((token for token in (head, *apposed) if token in self.persons), None)
        if named is not None:
            return self._full(*self.persons[named]) or None
        return self._full_names.get(parse.lowers[head]) if parse.tags[head] == "NNP" else None

    def role(self, head: int) -> str:
        """Give a noun phrase without its article: "police in Sebha", "Western officials"."""
        parse = self.parse
        first, end = self._phrase(head)
        known = self._bearer(head) if parse.lowers[first:end] == ["the", parse.lowers[head]] else ""
        return known or self._apposed(end) or self.words(self._after_idle(first, head), end)

    def _bearer(self, head: int) -> str:
        """Name the last one before who bears the role: "the mayor"."""
        known = [name for at, name in self._bearers.get(self.parse.lowers[head], ()) if at < head]
        return known[-1] if known else ""

    def _apposed(self, end: int) -> str:
        """Read the name behind a role: "the herders' union, MACBAN, said"."""
        parse, last = self.parse, end + 1
        if last >= len(parse) or parse.words[end] != ",":
            return ""
        while last < len(parse) and parse.tags[last] in {"NNP", "NNPS"}:
            last += 1
        closed = last < len(parse) and parse.words[last] in {",", ".", ":"}
        elsewhere = self.view.labelled(end + 1, "DATE", "TIME", "GPE", "LOC")
        return self.words(end + 1, last) if closed and not elsewhere else ""

    def _after_idle(self, first: int, head: int) -> int:
        """Skip article, time of day, and an owner that is no name: "the region's governor"."""
        parse, idle = self.parse, load_cues().grammar["idle"]
        for i in range(first + 1, head):
            if parse.tags[i] == "POS" and parse.lowers[i - 1] in self.lists["place"]:
                first = i + 1
        while first < head and (
            parse.tags[first] in _ARTICLES
            or parse.lowers[first] in idle
            or _CLOCK.match(parse.words[first])
        ):
            first += 1
        return first

    def _phrase(self, head: int) -> tuple[int, int]:
        """Give the range of a noun phrase: its words before the head, "of ..." and "in ..."."""
        parse = self.parse
        start, stop = self.view.sentence(head)
        low, high = parse.edges[head]
        first, end = head, head + 1
        while first > max(low, start) and not self._breaks(first - 1):
            first -= 1
        while parse.tags[head] in {"NN", "NNS"} and end < stop and parse.tags[end][:3] == "NNP":
            end += 1
        for c in parse.children[head]:
            at, last = parse.edges[c]
            joins = c > head and at == end and parse.lowers[c] in self.lists["after"]
            if joins and parse.deps[c] == "prep":
                end = self.phrase_end(at, min(last, stop, high))
        return first, end

    def phrase_end(self, first: int, end: int) -> int:
        """End a prepositional phrase before a mark, a clause or an "and"."""
        stops = (i for i in range(first, end) if self._breaks(i) or self.parse.tags[i] in _ENDS)
        return next(stops, end)

    def _breaks(self, i: int) -> bool:
        word = self.parse.words[i]
        if word == "-":
            return i > 0 and self.parse.starts[i] > self.parse.ends[i - 1]
        return word in _BREAKS or word in MARKS or word.isspace()
