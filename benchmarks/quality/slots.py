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
        row: Row = {"strings": list(dict.fromkeys(one.texts))}
        lemmas = self.reading.parse.lemmas
        hit = {lemmas[d.trigger.head] for d in self.deeds if set(d.things) & set(one.tokens)}
        if hit & load_deeds().ruins:
            return row | {"effect": "destroyed"}
        damaged = self.name in {"bombing", "arson"} or "damage" in hit
        return row | ({"effect": "some damage"} if damaged else {})

    def _strings(self, *roles: str) -> list[list[str]]:
        return [list(dict.fromkeys(one.texts)) for one in self.chosen if one.role in roles]

    def _humans(self) -> Iterator[Row]:
        rows: dict[str, Row] = {}
        for one in self.chosen:
            if one.role == "Victim":
                rows[one.key] = self._row(one, "names")
                said = (self.phrases.description(token) for token in one.tokens)
                rows[one.key]["descriptions"] = [text for text in dict.fromkeys(said) if text]
        for one in self.chosen:
            if one.role == "Described":
                names = [self.phrases.name(token) for token in one.tokens]
                same = next((rows[n.lower()] for n in names if n and n.lower() in rows), None)
                same = same or self._described_so(one, rows)
                if same:
                    same["descriptions"] += dict.fromkeys(one.texts)
                else:
                    rows[one.key] = self._row(one, "descriptions")
        yield from rows.values()

    def _described_so(self, one: Candidate, rows: dict[str, Row]) -> Row | None:
        """Find the named one who is said to be what a single person is told of as."""
        nouns = [text.rsplit(" ", 1)[-1].lower() for text in one.texts]
        if self._number(one) != "1":
            return None
        return next(
            (row for row in rows.values() if "names" in row and _ends(row["descriptions"], nouns)),
            None,
        )

    def _row(self, one: Candidate, kind: str) -> Row:
        row: Row = {kind: list(dict.fromkeys(one.texts)), "number": self._number(one)}
        effect = "" if self.name == "kidnapping" else self._effect(one)
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
