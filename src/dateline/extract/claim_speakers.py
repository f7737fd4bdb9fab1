"""Name the speaker of a claim: the fullest name of the report, roles aside.

    speakers = Speakers(view, actors)
    speakers.name(head)      ->  "Salma Idris", "interior ministry", "Western officials"

Pronouns and bare roles ("he", "the governor") are followed back to the last fitting speaker.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from dateline.extract.claim_view import MARKS, View
from dateline.extract.mentions import ActorMention
from dateline.knowledge.cues import load_cues

_CLOCK = re.compile(r"^(\d{1,2}[:.]\d\d|\W+)$")
_PERSON = {"he", "she", "him", "her", "his"}
_GROUP = {"it", "they", "them", "its", "their"}
_ONE = {"one", "another", "others", "some", "several", "many", "most", "both", "two", "three", "all",
        "those", "these"}
_ARTICLES = {"DT", "PRP$", "PDT", "WP$"}
_IDLE = {"own", "same", "said", "new", "former", "local"}
_NUMBERS = {"NN", "NNP", "NNS", "NNPS"}
_ISSUED = 7  # tokens from "a note" to "issued by"
_NEAR = 80  # tokens; a quotation that stands alone belongs to a speaker not far before it


class Speakers:
    """The speakers of one report."""

    def __init__(self, view: View, actors: Sequence[ActorMention] = ()) -> None:
        """Learn the names of a report; ``actors`` say whom a pronoun may stand for."""
        self.view = view
        self.parse = view.parse
        self.lists = load_cues().speakers
        self.by_head = {actor.head: actor for actor in actors}
        self.heard: list[tuple[int, str]] = []  # heads of speakers in the order of the claims
        self.said = bytearray(len(view.parse))  # 1 where a token is content of a claim

    @cached_property
    def _persons(self) -> dict[int, tuple[int, int]]:
        spans = [(e.first, e.end) for e in self.parse.entities if e.label == "PERSON"]
        return {i: span for span in spans for i in range(*span)}

    @cached_property
    def _groups(self) -> set[int]:
        labels = {"ORG", "GPE", "NORP"}
        return {i for e in self.parse.entities if e.label in labels for i in range(e.first, e.end)}

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """Map the last word of each personal name to the fullest name that ends with it."""
        out: dict[str, str] = {}
        for first, end in sorted(set(self._persons.values())):
            name = self._strip(first, end)
            last = name.split()[-1].lower() if name else ""
            if last and len(name) > len(out.get(last, "")):
                out[last] = name
        return out

    def name(self, head: int | None) -> str | None:
        """Name the speaker at a head; None where nobody can be named."""
        if head is None:
            return None
        found = self._find(head)
        if found:
            self.heard.append((head, found))
        return found

    def cover(self, first: int, end: int) -> None:
        """Learn that these tokens are content: who acts in them does not speak."""
        self.said[first:end] = b"\x01" * (end - first)

    def _find(self, head: int) -> str | None:
        word = self.parse.lowers[head]
        if self.parse.tags[head].startswith("PRP") or word in {"who", "which"}:
            return self._agreed(head) or self._pronoun(head, word)
        if word in _ONE:
            return self._pronoun(head, word)
        if word in self.lists["medium"]:
            return self._issuer(head)
        return self._personal(head) or self._role(head)

    def _agreed(self, head: int) -> str | None:
        """Follow the actor mention of a pronoun where it leads to somebody who spoke before."""
        actor = self.by_head.get(head)
        if actor is None:
            return None
        last = actor.party.name.split()[-1:]
        return next((name for _, name in reversed(self.heard) if name.split()[-1:] == last), None)

    def _personal(self, head: int) -> str | None:
        """Give the name of a person who is the head, or whom an apposition names."""
        for token in [head, *(c for c in self.parse.children[head] if self.parse.deps[c] == "appos")]:
            if token in self._persons:
                return self._full(*self._persons[token])
        return None

    def _full(self, first: int, end: int) -> str | None:
        name = self._strip(first, end)
        return self._full_names.get(name.split()[-1].lower(), name) if name else None

    @cached_property
    def _roles(self) -> dict[str, list[tuple[int, str]]]:
        """List who bears each role: "the mayor, Jean Paul", "Colonel Sow", "Sow, a colonel"."""
        out: dict[str, list[tuple[int, str]]] = {}
        for first, end in sorted(set(self._persons.values())):
            name = self._full(first, end)
            for i in self._role_places(first, end) if name else ():
                if 0 <= i < len(self.parse) and self.parse.lowers[i] in self.lists["person"]:
                    out.setdefault(self.parse.lowers[i], []).append((first, name or ""))
        return out

    def _role_places(self, first: int, end: int) -> list[int]:
        words = self.parse.words
        out = [first, first - 1]
        if first > 1 and words[first - 1] == ",":
            out.append(first - 2)
        if end < len(words) and words[end] == ",":
            out.extend(range(end + 1, end + 4))
        return out

    def _strip(self, first: int, end: int) -> str:
        """Leave titles and the possessive off a personal name."""
        parse, titles = self.parse, self.lists["titles"]
        while first < end - 1 and parse.lowers[first] in titles:
            first += 1
        while end > first + 1 and parse.lowers[end - 1] in {"'s", "’s", "'", "’"}:
            end -= 1
        return parse.words_of(first, end).replace("\n", " ") if end > first else ""

    def _role(self, head: int) -> str:
        """Give a noun phrase without its article: "police in Sebha", "Western officials"."""
        parse = self.parse
        first, end = self._phrase(head)
        bare = [w for w in parse.lowers[first:end] if w not in {"the", "a", "an"}]
        if len(bare) == 1 and parse.lowers[first] == "the":
            known = [name for at, name in self._roles.get(bare[0], ()) if at < head]
            if known:
                return known[-1]
        apposed = self._apposed(end)
        if apposed:
            return apposed
        first = self._after_owner(first, head)
        while first < head and (parse.tags[first] in _ARTICLES or parse.lowers[first] in _IDLE or _CLOCK.match(parse.words[first])):
            first += 1
        return parse.words_of(first, end).replace("\n", " ")

    def _apposed(self, end: int) -> str | None:
        """Read the name behind a role: "the herders' union, MACBAN, said"."""
        parse = self.parse
        if end + 1 >= len(parse) or parse.words[end] != "," or self._dated(end + 1):
            return None
        last = end + 1
        while last < len(parse) and parse.tags[last] in {"NNP", "NNPS"}:
            last += 1
        closed = last < len(parse) and parse.words[last] in {",", ".", ":"}
        return parse.words_of(end + 1, last) if closed and last > end + 1 else None

    def _dated(self, i: int) -> bool:
        labels = {"DATE", "TIME", "GPE", "LOC"}
        return any(e.first <= i < e.end and e.label in labels for e in self.parse.entities)

    def _after_owner(self, first: int, head: int) -> int:
        """Leave out an owner that is no name: "the region's governor"."""
        for i in range(first, head):
            if self.parse.tags[i] == "POS" and self.parse.lowers[i - 1] in self.lists["place"]:
                return i + 1
        return first

    def _phrase(self, head: int) -> tuple[int, int]:
        parse, view = self.parse, self.view
        low, high = parse.edges[head]
        sent_first, sent_end = view.sentence(head)
        first = head
        while first > max(low, sent_first) and not self._breaks(first - 1):
            first -= 1
        end = head + 1
        while parse.tags[head] in {"NN", "NNS"} and end < sent_end and parse.tags[end].startswith("NNP"):
            end += 1
        for c in parse.children[head]:
            follows = parse.edges[c][0] == end
            if c > head and follows and parse.deps[c] == "prep" and parse.lowers[c] in self.lists["after"]:
                end = self._phrase_end(parse.edges[c][0], min(parse.edges[c][1], sent_end, high))
        return first, end

    def _phrase_end(self, first: int, end: int) -> int:
        for i in range(first, end):
            tag = self.parse.tags[i]
            if self._breaks(i) or tag in {"WDT", "WP", "WRB", "VBG", "VBD", "VBZ", "VBP"} or tag == "CC":
                return i
        return end

    def _breaks(self, i: int) -> bool:
        word = self.parse.words[i]
        if word == "-":
            return self.parse.starts[i] > self.parse.ends[i - 1]
        return word in {",", ";", ":", ".", "–", "—", "--", "(", ")"} or word in MARKS or word.isspace()

    def _pronoun(self, head: int, word: str) -> str | None:
        parts = [c for c in self.parse.children[head] if self.parse.lowers[c] == "of"]
        if parts and word in _ONE and self.parse.edges[head][1] - head < _NEAR:
            return self.parse.words_of(head, self._phrase_end(parts[0], self.parse.edges[parts[0]][1]))
        apposed = self.parse.child(head, "appos")
        if apposed is not None and word in _ONE:
            return self._find(apposed)
        if word in _PERSON:
            return self._last(head, self._is_person) or (self.last(head) or (0, None))[1]
        if word in {"it", "its"}:
            return self._last(head, self._is_body) or self._last(head, self._is_group)
        if word in _GROUP or word in _ONE:
            return self._last(head, self._is_group) or self._last(head, lambda _: True)
        return None

    def _last(self, head: int, fits) -> str | None:  # type: ignore[no-untyped-def]
        """Go back to the nearest speaker or subject that fits."""
        heard = {token: name for token, name in self.heard if token < head}
        for token in range(head - 1, max(-1, head - 250), -1):
            if token not in heard and (self.said[token] or self.view.quoted[token] >= 0):
                continue
            if token in heard and self.parse.tags[token].startswith("PRP"):
                if fits(token):
                    return heard[token]
                continue
            subject = self.parse.deps[token] in {"nsubj", "nsubjpass"} or token in heard
            if subject and self.parse.tags[token] in _NUMBERS and fits(token):
                return heard.get(token) or self._personal(token) or self._role(token)
        return None

    def _is_person(self, token: int) -> bool:
        parse = self.parse
        named = parse.tags[token] == "NNP" and token not in self._groups
        return token in self._persons or named or parse.lowers[token] in self.lists["person"] or (
            parse.lowers[token] in _PERSON)

    def _is_group(self, token: int) -> bool:
        parse = self.parse
        return token in self._groups or parse.lowers[token] in self.lists["group"] or (
            parse.tags[token] in {"NNS", "NNPS"} or parse.lowers[token] in _GROUP)

    def _is_body(self, token: int) -> bool:
        parse = self.parse
        singular = parse.tags[token] in {"NN", "NNP", "NNPS"} or parse.lowers[token] in {"it", "its"}
        return singular and self._is_group(token) and token not in self._persons

    def _issuer(self, head: int) -> str | None:
        """Look behind "the statement said" for the one who issued it."""
        parse = self.parse
        owner = parse.child(head, "poss")
        if owner is not None and parse.tags[owner] != "NN":
            return self._find(owner)
        for i in range(head + 1, min(head + _ISSUED, parse.edges[head][1])):
            if parse.lowers[i] in {"by", "from"} and parse.children[i]:
                return self._find(parse.children[i][0])
        definite = any(parse.lowers[c] in {"the", "this"} for c in parse.children[head])
        return self.heard[-1][1] if definite and self.heard else self._role(head)

    def last(self, token: int) -> tuple[int, str] | None:
        """Return head and name of the speaker before a token, unless he is too far off."""
        before = [(head, name) for head, name in self.heard if head < token]
        return before[-1] if before and token - before[-1][0] <= _NEAR else None
