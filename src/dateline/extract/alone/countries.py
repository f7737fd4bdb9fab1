"""Which countries the nouns of a text stand for."""

from collections.abc import Collection, Iterable

from dateline.extract.alone.layout import BODY, NOWHERE, told_countries
from dateline.extract.reading import Reading

_OF = frozenset(["of", "in", "from"])
_BEFORE = frozenset(["amod", "compound", "poss", "nmod"])


class Countries:
    """The countries of one text."""

    def __init__(self, reading: Reading) -> None:
        """Lay out the country that each word tells."""
        self._parse = reading.parse
        self._country = told_countries(reading)
        self._whole = {actor.head for actor in reading.actors if actor.state}

    def listed(self, head: int) -> list[str]:
        """Give the countries of a noun and of those that "and" ties to it."""
        out: list[str] = []
        stack = [head]
        while stack:
            i = stack.pop(0)
            out += self.told(i)
            stack += [c for c in self._parse.children[i] if self._beside(c)]
        named = [country for country in out if country != NOWHERE]
        return list(dict.fromkeys(named or out))

    def _beside(self, token: int) -> bool:
        """Tell whether a noun is the next in a list, also where it is taken for an apposition."""
        dep = self._parse.deps[token]
        return dep == "conj" or (dep == "appos" and self._parse.tags[token] == "NNP")

    def told(self, head: int) -> list[str]:
        """Give the country of a noun and of those that stand before it: "French and Thai ships"."""
        before = self._before(head)
        own = self._country.get(head)
        if own is None or own == NOWHERE:
            return before or self._behind(head) or ([own] if own else [])
        if self._parse.tags[head] == "NNS" and own in (several := self._behind(head)):
            return several
        if own not in before and self._is_borrowed(head, own):
            return before or [own]
        return [own, *(b for b in before if len(before) > 1)]

    def _is_borrowed(self, head: int, own: str) -> bool:
        """Ask the words before a noun first: a Somali group need not be of where it strikes."""
        return own == self._lent(head) or self._parse.tags[head] in {"NN", "NNS"}

    def _lent(self, head: int) -> str | None:
        """Give whose a noun is by a pronoun before it: "his Ugandan counterpart" is not his."""
        pronoun = self._parse.child(head, "poss")
        told = pronoun is not None and self._parse.tags[pronoun] == "PRP$"
        return self._country.get(pronoun) if told and pronoun is not None else None

    def _before(self, head: int) -> list[str]:
        parse, stack, found = self._parse, [head], []
        while stack:
            i = stack.pop()
            stack += [
                c for c in parse.children[i]
                if parse.deps[c] in _BEFORE or (parse.deps[c] == "conj" and i != head)
            ]  # fmt: skip
            found += [i] if i != head and self._country.get(i, NOWHERE) != NOWHERE else []
        named = [c for c in sorted(found) if parse.tags[c] != "PRP$"]
        return list(dict.fromkeys(self._country[c] for c in named or found))

    def _behind(self, head: int) -> list[str]:
        """Read "a court in Ghana" and "hundreds of Thai soldiers"."""
        for prep in self._parse.children[head]:
            if self._parse.lowers[prep] in _OF and prep > head:
                inner = self._parse.child(prep, "pobj")
                return self.listed(inner) if inner is not None else []
        return []

    def anywhere(self, words: Iterable[int]) -> list[str]:
        """Give the first country that some words tell, whatever they are."""
        return next(([self._country[i]] for i in sorted(words) if i in self._country), [])

    def first(self, words: Iterable[int], without: Collection[str] = ()) -> list[str]:
        """Give the first country of some words, with those that are listed beside it."""
        groups = [self._others(i, without) for i in words]
        told = [group for group in groups if group]
        return next((group for group in told if group != [NOWHERE]), told[0] if told else [])

    def same(self, words: Iterable[int], without: Collection[str]) -> list[str]:
        """Give the first of a country's own that it may act on: its people, its places."""
        found = (
            told
            for i in words
            if self._is_noun(i) and i not in self._whole and not self._lent(i)
            for told in self.listed(i)
            if told in without and told not in {BODY, NOWHERE}
        )
        return next(([told] for told in found), [])

    def _others(self, token: int, without: Collection[str]) -> list[str]:
        if not self._is_noun(token):
            return []
        return [told for told in self.listed(token) if told not in without]

    def _is_noun(self, token: int) -> bool:
        tag = self._parse.tags[token]
        return tag[:2] == "NN" or tag == "PRP"
