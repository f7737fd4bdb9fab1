"""Name the speaker of a claim, and follow pronouns and papers back to the one behind them.

speakers = Speakers(view, actors)
speakers.name(head)      ->  "Salma Idris", "interior ministry", "Western officials"
"""

from collections.abc import Callable, Sequence

from dateline.extract.claim_names import Names
from dateline.extract.claim_view import View
from dateline.extract.mentions import ActorMention
from dateline.knowledge.cues import load_cues

_PERSON = frozenset({"he", "she", "him", "her", "his"})
_BODY = frozenset({"it", "its"})
_GROUP = _BODY | {"they", "them", "their"}
_NOUNS = frozenset({"NN", "NNP", "NNS", "NNPS"})
_ISSUED = 7  # tokens from "a note" to "issued by"
_NEAR = 80  # tokens; a quotation that stands alone belongs to a speaker not far before it
_FAR = 250  # tokens; a pronoun does not reach back further


class Speakers:
    """The speakers of one report, in the order in which they are named."""

    def __init__(self, view: View, actors: Sequence[ActorMention] = ()) -> None:
        """Learn the names of a report; ``actors`` say whom a pronoun may stand for."""
        self.view = view
        self.parse = view.parse
        self.names = Names(view)
        self.lists = load_cues().speakers
        self.some = load_cues().grammar["some"]
        self._actors = {actor.head: actor for actor in actors}
        self._heard: dict[int, str] = {}  # speakers by the head that stood for them
        self._said = bytearray(len(view.parse))  # 1 where a token is content of a claim

    def cover(self, first: int, end: int) -> None:
        """Learn that these tokens are content: who acts in them does not speak."""
        self._said[first:end] = b"\1" * (end - first)

    def name(self, head: int) -> str | None:
        """Name the speaker at a head; None where nobody can be named."""
        found = self._find(head)
        if found:
            self._heard[head] = found
        return found

    def last(self, token: int) -> tuple[int, str] | None:
        """Return head and name of the speaker before a token, unless too far off."""
        head = max((at for at in self._heard if at < token), default=None)
        return None if head is None or token - head > _NEAR else (head, self._heard[head])

    def _find(self, head: int) -> str | None:
        word = self.parse.lowers[head]
        if self.parse.tags[head].startswith("PRP") or word in {"who", "which"}:
            return self._agreed(head) or self._pronoun(head, word)
        if word in self.some:
            return self._one_of(head) or self._pronoun(head, word)
        if word in self.lists["medium"]:
            return self._issuer(head)
        return self.names.personal(head) or self.names.role(head)

    def _agreed(self, head: int) -> str | None:
        """Follow the actor mention of a pronoun where it leads to somebody who spoke before."""
        actor = self._actors.get(head)
        last = actor.party.name.split()[-1:] if actor else []
        heard = reversed(self._heard.values())
        return next((name for name in heard if name.split()[-1:] == last), None)

    def _one_of(self, head: int) -> str | None:
        """Read "one of the wounded" and "another, a surgeon"."""
        parse = self.parse
        for c in parse.children[head]:
            if parse.lowers[c] == "of":
                return self.names.words(head, self.names.phrase_end(c, parse.edges[c][1]))
            if parse.deps[c] == "appos" and parse.lowers[c] not in self.some:
                return self._find(c)
        return None

    def _pronoun(self, head: int, word: str) -> str | None:
        if word in _PERSON:
            last = self.last(head)
            return self._back(head, self._is_person) or (last[1] if last else None)
        if word in _BODY:
            return self._back(head, self._is_body) or self._back(head, self._is_group)
        if word in _GROUP or word in self.some:
            return self._back(head, self._is_group) or self._back(head, lambda _: True)
        return None

    def _back(self, head: int, fits: Callable[[int], bool]) -> str | None:
        """Go back to the nearest speaker or subject that fits."""
        for token in range(head - 1, max(-1, head - _FAR), -1):
            heard = self._heard.get(token)
            hidden = self._said[token] or self.view.quoted[token] >= 0
            if heard is None and (hidden or not self._is_subject(token)):
                continue
            noun = self.parse.tags[token] in _NOUNS
            if (noun or self.parse.tags[token].startswith("PRP")) and fits(token):
                return heard or self.names.personal(token) or self.names.role(token)
        return None

    def _is_subject(self, token: int) -> bool:
        noun = self.parse.tags[token] in _NOUNS
        return noun and self.parse.deps[token] in {"nsubj", "nsubjpass"}

    def _is_person(self, token: int) -> bool:
        word = self.parse.lowers[token]
        named = self.parse.tags[token] == "NNP" and not self._is_body_name(token)
        return named or word in self.lists["person"] or word in _PERSON

    def _is_group(self, token: int) -> bool:
        word = self.parse.lowers[token]
        many = self.parse.tags[token] in {"NNS", "NNPS"} or word in self.lists["group"]
        return many or word in _GROUP or self._is_body_name(token)

    def _is_body(self, token: int) -> bool:
        one = self.parse.tags[token] in {"NN", "NNP", "NNPS"} or self.parse.lowers[token] in _BODY
        return one and self._is_group(token) and token not in self.names.persons

    def _is_body_name(self, token: int) -> bool:
        return self.view.labelled(token, "ORG", "GPE", "NORP")

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
        last = max(self._heard, default=None)
        return self._heard[last] if definite and last is not None else self.names.role(head)
