"""Who did what to whom, by country, in a sentence that stands alone."""

from collections.abc import Iterator
from itertools import chain, permutations, product
from typing import NamedTuple

from dateline.extract.alone.leaders import leader_country
from dateline.extract.alone.types import types_of
from dateline.extract.mentions import ActorMention
from dateline.extract.reading import Reading

_SAYING = frozenset(
    ["say", "claim", "allege", "report", "announce", "declare", "state", "believe", "hope", "argue",
     "tell", "add", "note", "suggest", "insist", "maintain", "confirm"]
)  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_APART = frozenset(
    ["nsubj", "nsubjpass", "csubj", "relcl", "acl", "ccomp", "advcl", "parataxis", "agent"]
)
_HARSH = frozenset(["ASSAULT", "COERCE", "THREATEN", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"])
_MUTUAL = frozenset(["CONSULT", "AGREE", "COOPERATE"])
_OF = frozenset(["of", "in", "from"])
_BEFORE = frozenset(["amod", "compound", "poss", "nmod"])
_BODY, _NOWHERE = "IGO", "---"  # what stands for a country where a party has none
_HOMELESS = frozenset(["GOV", "MIL", "REB", "LEG", "POL", "OPP", "JUD", "CRM"])


class Dyad(NamedTuple):
    """One country, or body, towards another."""

    source: str
    target: str
    type: str


class DyadReader:
    """Reads the sentences of one text."""

    def __init__(self, reading: Reading) -> None:
        """Lay out the country that each word tells."""
        self._reading = reading
        self._parse = reading.parse
        self._country: dict[int, str] = {}
        for place in reading.places:
            if place.place.country:
                for i in range(place.first, place.end):
                    self._country[i] = place.place.country
        self._parties = {actor.head for actor in reading.actors}
        for actor in reading.actors:
            told = self._of_party(actor)
            if told and not (told == _NOWHERE and actor.head in self._country):
                self._country[actor.head] = told

    def _of_party(self, actor: ActorMention) -> str | None:
        """Give the country that a phrase tells by itself; what the context lends does not count."""
        own = actor.named or actor.pronoun or actor.state or self._tells(actor)
        party = actor.party
        if own and party.country:
            return party.country
        return leader_country(party.name) or self._stand_in(party.role)

    def _tells(self, actor: ActorMention) -> bool:
        return any(i in self._country for i in range(actor.first, actor.end))

    def _stand_in(self, role: str) -> str | None:
        return _BODY if role == "IGO" else _NOWHERE if role in _HOMELESS else None

    def dyads(self) -> list[Dyad]:
        """List the dyads of all sentences, each once."""
        roots = [i for i, head in enumerate(self._parse.heads) if head == i]
        found = chain.from_iterable(self._of_clause(i, []) for i in roots)
        return list(dict.fromkeys(found))

    def _of_clause(self, verb: int, before: list[str]) -> Iterator[Dyad]:
        subject = self._subject(verb, before)
        content = self._parse.child(verb, "ccomp")
        if content is not None and self._parse.lemmas[verb] in _SAYING:
            yield from self._of_statement(content, subject if content > verb else [])
        else:
            yield from self._of_act(verb, subject)
        for c in self._parse.children[verb]:
            if self._is_verb_beside(c):
                yield from self._of_clause(c, subject)

    def _of_statement(self, content: int, speaker: list[str]) -> Iterator[Dyad]:
        """Take what one country says of another's harsh acts for an accusation."""
        told = list(self._of_clause(content, speaker))
        named = [s for s in speaker if s != _NOWHERE]
        for dyad in told:
            if not named or dyad.source in named:
                yield dyad
        yield from (Dyad(s, other, "ACCUSE") for s in named for other in self._blamed(content, s))

    def _blamed(self, content: int, speaker: str) -> list[str]:
        """Give whose harsh act a statement tells, by whatever words."""
        words = self._words(content)
        if not _HARSH.intersection(types_of(self._reading, frozenset(words))[:1]):
            return []
        if speaker in (subject := self._subject(content, [speaker])):
            return []
        accused = [t for t in subject if t != _NOWHERE] or self._first(words, [speaker])
        return [t for t in accused if t != speaker]

    def _of_act(self, verb: int, subject: list[str]) -> Iterator[Dyad]:
        words = self._words(verb)
        types = types_of(self._reading, frozenset(words))
        if not types:
            return
        if self._is_passive(verb):
            agent = self._parse.child(verb, "agent")
            doer = self._parse.subtree(agent) if agent is not None else words
            yield from self._pairs(self._first(list(doer), ()), subject, types[0])
        elif types[0] in _MUTUAL and len(subject) > 1:
            yield from (Dyad(a, b, types[0]) for a, b in permutations(subject, 2))
        else:
            yield from self._pairs(subject, self._first(words, subject), types[0])

    def _is_passive(self, verb: int) -> bool:
        """Tell whether the subject suffers; "is expected to visit" does not say so."""
        child = self._parse.child
        return child(verb, "nsubjpass") is not None and child(verb, "xcomp") is None

    def _pairs(self, doers: list[str], others: list[str], name: str) -> Iterator[Dyad]:
        for one, other in product(doers, others):
            if {one, other} != {_NOWHERE}:
                yield Dyad(one, other, name)

    def _subject(self, verb: int, before: list[str]) -> list[str]:
        """Give who acts; a clause without a subject, or with "they", has that of the one above."""
        subject = self._parse.child(verb, *_SUBJECTS)
        if subject is None:
            return before
        found = self._listed(subject)
        return found or (before if self._parse.tags[subject][:3] == "PRP" else [])

    def _listed(self, head: int) -> list[str]:
        """Give the countries of a noun and of those that "and" ties to it."""
        out = []
        stack = [head]
        while stack:
            i = stack.pop(0)
            out += self._told(i)
            stack += [c for c in self._parse.children[i] if self._beside(c)]
        return list(dict.fromkeys(out))

    def _beside(self, token: int) -> bool:
        """Tell whether a noun is the next in a list, also where it is taken for an apposition."""
        dep = self._parse.deps[token]
        return dep == "conj" or (dep == "appos" and self._parse.tags[token] == "NNP")

    def _told(self, head: int) -> list[str]:
        """Give the country of a noun and of those that stand before it: "French and Thai ships"."""
        before = [
            self._country[c]
            for i in self._parse.children[head]
            if self._parse.deps[i] in _BEFORE
            for c in (i, *self._parse.children[i])
            if c in self._country and (c == i or self._parse.deps[c] == "conj")
        ]
        own = self._country.get(head)
        if own and own != _NOWHERE:
            return [own, *(b for b in before if len(before) > 1)]
        return before or self._behind(head) or ([own] if own else [])

    def _behind(self, head: int) -> list[str]:
        """Read "a court in Ghana" and "hundreds of Thai soldiers"."""
        for prep in self._parse.children[head]:
            if self._parse.lowers[prep] in _OF and prep > head:
                inner = self._parse.child(prep, "pobj")
                return self._told(inner) if inner is not None else []
        return []

    def _words(self, verb: int) -> list[int]:
        """List the words of a clause without its subject and the clauses below it."""
        out, stack = [], [verb]
        while stack:
            i = stack.pop()
            out.append(i)
            stack += [
                c for c in self._parse.children[i]
                if self._parse.deps[c] not in _APART and not self._is_verb_beside(c)
            ]  # fmt: skip
        return sorted(out)

    def _is_verb_beside(self, token: int) -> bool:
        return self._parse.deps[token] == "conj" and self._parse.tags[token][:2] == "VB"

    def _first(self, words: list[int], without: tuple[str, ...] | list[str]) -> list[str]:
        """Give the first country of some words, with those that are listed beside it."""
        groups = [self._others(i, without) for i in words]
        told = [g for g in groups if g]
        return next((g for g in told if g != [_NOWHERE]), told[0] if told else [])

    def _others(self, token: int, without: tuple[str, ...] | list[str]) -> list[str]:
        if self._parse.tags[token][:2] not in {"NN", "PR"}:
            return []
        same = self._is_party(token) and self._parse.tags[token] != "PRP"
        return [
            told for told in self._listed(token)
            if told not in without or (same and told not in {_BODY, _NOWHERE})
        ]  # fmt: skip

    def _is_party(self, token: int) -> bool:
        """Tell whether a noun is a party with a name of its own kind, not a country as such."""
        return token in self._parties and self._parse.tags[token][:3] != "NNP"
