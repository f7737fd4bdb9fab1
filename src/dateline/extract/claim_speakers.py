"""Name the speaker of a claim: the fullest name of the report, roles aside.

    speakers = Speakers(view, actors)
    speakers.name(head)      ->  "Salma Idris", "interior ministry", "Western officials"

Pronouns and bare roles ("he", "the governor") are followed back to the last fitting speaker.
"""

from collections.abc import Sequence
from functools import cached_property

from dateline.extract.claim_view import MARKS, View
from dateline.extract.mentions import ActorMention
from dateline.knowledge.cues import load_cues

_PERSON = {"he", "she", "him", "her", "his"}
_GROUP = {"it", "they", "them", "its", "their"}
_ONE = {"one", "another", "others", "some", "several", "many", "most", "both", "two", "three", "all",
        "those", "these"}
_ARTICLES = {"DT", "PRP$", "PDT", "WP$"}
_NUMBERS = {"NN", "NNP", "NNS", "NNPS"}


class Speakers:
    """The speakers of one report."""

    def __init__(self, view: View, actors: Sequence[ActorMention] = ()) -> None:
        """Learn the names of a report; ``actors`` lend theirs where they cover a head."""
        self.view = view
        self.parse = view.parse
        self.lists = load_cues().speakers
        self.by_head = {actor.head: actor for actor in actors}
        self.roles: dict[str, str] = {}
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
        actor = self.by_head.get(head)
        if actor is not None:
            return actor.party.name
        word = self.parse.lowers[head]
        if self.parse.tags[head].startswith("PRP") or word in _ONE or word in {"who", "which"}:
            return self._pronoun(head, word)
        if word in self.lists["medium"]:
            return self._issuer(head)
        return self._personal(head) or self._role(head)

    def _personal(self, head: int) -> str | None:
        """Give the name of a person who is the head, or whom an apposition names."""
        for token in [head, *(c for c in self.parse.children[head] if self.parse.deps[c] == "appos")]:
            if token in self._persons:
                name = self._strip(*self._persons[token])
                full = self._full_names.get(name.split()[-1].lower(), name) if name else None
                if full and token != head:
                    self.roles[self.parse.lowers[head]] = full
                if full:
                    self._learn_roles(token, full)
                return full
        return None

    def _learn_roles(self, token: int, name: str) -> None:
        for c in self.parse.children[token]:
            if self.parse.deps[c] in {"compound", "appos", "nmod"} and self.parse.words[c].islower():
                self.roles[self.parse.lowers[c]] = name

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
        if len(bare) == 1 and bare[0] in self.roles and parse.lowers[first] == "the":
            return self.roles[bare[0]]
        while first < head and parse.tags[first] in _ARTICLES:
            first += 1
        return parse.words_of(first, end).replace("\n", " ")

    def _phrase(self, head: int) -> tuple[int, int]:
        parse, view = self.parse, self.view
        low, high = parse.edges[head]
        sent_first, sent_end = view.sentence(head)
        first = head
        while first > max(low, sent_first) and not self._breaks(first - 1):
            first -= 1
        end = head + 1
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
        return word in {",", ";", ":", ".", "–", "—", "--", "(", ")"} or word in MARKS or word.isspace()

    def _pronoun(self, head: int, word: str) -> str | None:
        if word in _PERSON:
            return self._last(head, self._is_person)
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
        return token in self._persons or parse.lowers[token] in self.lists["person"] or (
            parse.lowers[token] in _PERSON)

    def _is_group(self, token: int) -> bool:
        parse = self.parse
        return token in self._groups or parse.lowers[token] in self.lists["group"] or (
            parse.tags[token] in {"NNS", "NNPS"} or parse.lowers[token] in _GROUP)

    def _issuer(self, head: int) -> str | None:
        """Look behind "the statement said" for the one who issued it."""
        owner = self.parse.child(head, "poss")
        if owner is not None and self.parse.tags[owner] != "NN":
            return self._find(owner)
        for c in self.parse.children[head]:
            if self.parse.lowers[c] in {"by", "from"} and self.parse.children[c]:
                return self._find(self.parse.children[c][0])
        return self.heard[-1][1] if self.heard else self._role(head)
