"""The noun phrases of a report that may fill a role, each with the signs that it does."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.quality.deed_words import load_deeds
from benchmarks.quality.deeds import Deed
from benchmarks.quality.phrases import Phrases
from benchmarks.quality.signs import Signs
from dateline.extract.reading import Reading

_MANY = 3  # mentions
_FEW = 3  # candidates
_LONG = 4  # words of a name
_ACTING = frozenset({"REB", "CRM", "MIL"})


@dataclass(slots=True)
class Candidate:
    """One party or thing under all its phrases: their heads, their texts, and the signs."""

    role: str
    key: str
    tokens: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)


class Candidates:
    """Collects the candidates of one report, role by role."""

    def __init__(self, reading: Reading, phrases: Phrases, deeds: list[Deed]) -> None:
        """Look at each noun once."""
        self.reading, self.phrases, self.parse = reading, phrases, reading.parse
        self.signs = Signs(reading, phrases, deeds)
        self._held: dict[tuple[str, str], Candidate] = {}
        parties = {end - 1: (first, end) for first, end in phrases.parties(0, len(self.parse))}
        for token in range(len(self.parse)):
            if token in parties:
                text = self.parse.words_of(*parties[token])
                self._add("PerpOrg", phrases.party_name(text), token, text)
            elif self.parse.tags[token].startswith("NN"):
                self._look_at(token)

    def of(self, role: str) -> Iterator[Candidate]:
        """Yield the candidates of a role, with what their number says."""
        found = [one for one in self._held.values() if one.role == role]
        if role == "Described":
            found = _merged(found)
        if role == "PerpOrg":
            found = self._with_short_names(found)
        for one in found:
            one.signs.add("only" if len(found) == 1 else "few" if len(found) <= _FEW else "many")
            if len(one.tokens) >= _MANY:
                one.signs.add("often")
            yield one

    def _with_short_names(self, found: list[Candidate]) -> list[Candidate]:
        """Take "X Front [XF]" to be one party, under whichever name it stands elsewhere."""
        words = self.parse.words
        at = {token: one for one in found for token in one.tokens}
        for one in found:
            for token in tuple(one.tokens):
                bracket = self._end(token)
                short = at.get(bracket + 1)
                if short and short is not one and words[bracket] in {"(", "["}:
                    _take(one, short)
                    at.update(dict.fromkeys(short.tokens, one))
                    short.tokens = []
        return [one for one in found if one.tokens]

    def _end(self, token: int) -> int:
        """Give the first token behind a name, with "of X"."""
        end = token + 1
        while end + 1 < len(self.parse) and (
            self.parse.words[end][0].isupper() or self.parse.lowers[end] == "of"
        ):
            end += 1
        return end

    def _look_at(self, token: int) -> None:
        phrases, parse = self.phrases, self.parse
        sort, lemma = phrases.sort_of(token), parse.lemmas[token]
        band = phrases.band(token)
        if band:
            self._add("PerpOrg", phrases.party_name(band), token, band)
        elif lemma in load_deeds().forces:
            self._add("PerpForce", phrases.words(token).lower(), token, phrases.words(token))
        if sort == "person" and not phrases.is_name(token):
            self._person(token)
        elif sort == "thing" or (sort == "body" and token in self.signs.hits):
            self._add("Target", lemma, token, phrases.thing(token))
        elif sort == "means":
            self._add("Weapon", lemma, token, phrases.words(token))
        if phrases.is_name(token) and (token in phrases.persons or token not in phrases.places):
            name = phrases.name(token)
            if name and token + 1 not in phrases.persons:
                self._add("Victim", name.lower(), token, name)

    def _person(self, token: int) -> None:
        phrases, lemma = self.phrases, self.parse.lemmas[token]
        role = phrases.role_of(token)
        if lemma in load_deeds().ruling:
            return
        acting = load_deeds().anybody | load_deeds().sure
        if role in _ACTING or lemma in acting or token in self.signs.doers:
            self._add("PerpInd", "REB" if role == "REB" else lemma, token, phrases.doer(token))
        if role != "REB":
            key = f"{lemma} {phrases.number(token) or ''}".strip()
            self._add("Described", key, token, phrases.words(token))

    def _add(self, role: str, key: str, token: int, text: str) -> None:
        held = self._held.setdefault((role, key), Candidate(role, key))
        held.tokens.append(token)
        held.texts.append(text)
        held.signs.update(self.signs.of(token))
        held.signs.update(self._own(role, token))

    def _own(self, role: str, token: int) -> Iterator[str]:
        """Yield the signs that are of one role only."""
        lemma = self.parse.lemmas[token]
        yield f"is-{self.phrases.role_of(token)}"
        if lemma in load_deeds().sure:
            yield "sure"
        if role == "PerpForce":
            yield f"lemma-{lemma}"
        elif role == "Victim":
            yield from self._of_name(token)
        elif role == "Target":
            yield from self._of_thing(token)
        elif role == "Weapon":
            yield "explosive" if self.phrases.is_explosive(token) else "gun"

    def _of_name(self, token: int) -> Iterator[str]:
        if token in self.phrases.persons:
            yield "tagged"
        yield f"words-{min(len((self.phrases.name(token) or '').split()), _LONG)}"

    def _of_thing(self, token: int) -> Iterator[str]:
        lemma, words = self.parse.lemmas[token], load_deeds()
        if self.phrases.is_spared(token):
            yield "spared"
        if lemma in words.grounds:
            yield "ground"
        if lemma in words.things:
            yield "listed"


def _merged(found: list[Candidate]) -> list[Candidate]:
    """Take "the priests" to be the "six priests" of the same report."""
    counted = {one.key.split(" ")[0]: one for one in reversed(found) if " " in one.key}
    out = []
    for one in found:
        whole = counted.get(one.key)
        if whole:
            _take(whole, one)
        else:
            out.append(one)
    return out


def _take(whole: Candidate, part: Candidate) -> None:
    whole.tokens += part.tokens
    whole.texts += part.texts
    whole.signs |= part.signs
