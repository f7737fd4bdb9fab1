"""The slots of one template: strings for parties and things, with number and effect."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.quality.candidates import Candidate
from benchmarks.quality.corpus import Row
from benchmarks.quality.deed_words import load_deeds
from benchmarks.quality.deeds import Deed
from benchmarks.quality.phrases import Phrases
from dateline.extract.reading import Reading


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills one template."""

    reading: Reading
    phrases: Phrases
    name: str
    deeds: list[Deed]
    chosen: list[Candidate]

    def fill(self) -> Row:
        """Give the slots by their names."""
        return {
            "instruments": self._strings("Weapon"),
            "perp_individuals": self._strings("PerpInd"),
            "perp_orgs": self._strings("PerpOrg", "PerpForce"),
            "phys_targets": [self._thing(one) for one in self.chosen if one.role == "Target"],
            "hum_targets": list(self._humans()),
        }

    def _thing(self, one: Candidate) -> Row:
        row: Row = {"strings": self._texts(one)}
        lemmas = self.reading.parse.lemmas
        hit = {lemmas[d.trigger.head] for d in self.deeds if set(d.things) & set(one.tokens)}
        if hit & load_deeds().ruins:
            return row | {"effect": "destroyed"}
        damaged = self.name in {"bombing", "arson"} or "damage" in hit
        return row | ({"effect": "some damage"} if damaged else {})

    def _strings(self, *roles: str) -> list[list[str]]:
        return [self._texts(one) for one in self.chosen if one.role in roles]

    def _texts(self, one: Candidate) -> list[str]:
        """Give the phrases of a party or thing, the bare ones first, then as they stand in full."""
        full = (self.phrases.in_full(token) for token in one.tokens)
        return list(dict.fromkeys([*one.texts, *full]))

    def _humans(self) -> Iterator[Row]:
        victims = [one for one in self.chosen if one.role == "Victim"]
        described = [one for one in self.chosen if one.role == "Described"]
        rows = {one.key: self._named(one) for one in victims}
        for one in described:
            same = self._same(one, victims)
            if same:
                rows[same.key]["descriptions"] += self._texts(one)
            elif len(victims) + len(described) == 1 or not self._is_vague(one):
                rows[one.key] = self._row(one, "descriptions")
        yield from rows.values()

    def _named(self, one: Candidate) -> Row:
        """Give somebody by name, with what is said of him beside it."""
        said = [self.phrases.description(token) for token in one.tokens]
        full = [text for token in one.tokens for text in self.phrases.said_beside(token)]
        texts = [text for text in dict.fromkeys([*said, *full]) if text]
        return self._row(one, "names") | {"descriptions": texts}

    def _same(self, one: Candidate, victims: list[Candidate]) -> Candidate | None:
        """Find the named one who is told of by what he is: "the judge", "the murdered man"."""
        names = {(self.phrases.name(token) or "").lower() for token in one.tokens}
        same = next((victim for victim in victims if victim.key in names), None)
        if same or self._number(one) != "1":
            return same
        nouns = [text.rsplit(" ", 1)[-1].lower() for text in one.texts]
        same = next((victim for victim in victims if _ends(self._said(victim), nouns)), None)
        known = "known" in one.signs or self._lemma(one) in load_deeds().vague
        if same or not known or "new" in one.signs:
            return same
        return min(victims, key=lambda victim: _behind(one.tokens[0], victim.tokens), default=None)

    def _said(self, victim: Candidate) -> list[str]:
        return [self.phrases.description(token) or "" for token in victim.tokens]

    def _is_vague(self, one: Candidate) -> bool:
        """Tell whether a word only sums up those who are told of more exactly: "the victims"."""
        return self._lemma(one) in load_deeds().vague and "counted" not in one.signs

    def _lemma(self, one: Candidate) -> str:
        return self.reading.parse.lemmas[one.tokens[0]]

    def _row(self, one: Candidate, kind: str) -> Row:
        texts = self._texts(one) if kind == "descriptions" else list(dict.fromkeys(one.texts))
        row: Row = {kind: texts, "number": self._number(one)}
        effect = "" if self.name in {"kidnapping", "threat"} else self._effect(one)
        return row | ({"effect": effect} if effect else {})

    def _number(self, one: Candidate) -> str:
        numbers = (self.phrases.number(token) for token in one.tokens)
        plural = self.reading.parse.tags[one.tokens[0]] in {"NNS", "NNPS"}
        return next((number for number in numbers if number), "PLURAL" if plural else "1")

    def _effect(self, one: Candidate) -> str:
        """Say what came of it for somebody: by the deeds he suffers, else by the nearest."""
        suffered = [deed for deed in self.deeds if set(deed.people) & set(one.tokens)]
        near = sorted(self.deeds, key=lambda d: min(abs(d.trigger.head - t) for t in one.tokens))
        return next((effect for effect in map(self._told, (*suffered, *near)) if effect), "")

    def _told(self, deed: Deed) -> str:
        lemma, words = self.reading.parse.lemmas[deed.trigger.head], load_deeds()
        return "injury" if lemma in words.wounds else "death" if lemma in words.kills else ""


def _ends(texts: list[str], nouns: list[str]) -> bool:
    return any(text.rsplit(" ", 1)[-1].lower() in nouns for text in texts)


def _behind(token: int, tokens: list[int]) -> tuple[bool, int]:
    """Rank those who are named by how near before a word it is; names behind it come last."""
    before = [token - one for one in tokens if one < token]
    return (not before, min(before or tokens))
