"""Which capitalised words of a text are names of places, and in what part they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.extract.parse import Parse
from dateline.knowledge.gazetteer.admin_words import admin_levels
from dateline.knowledge.gazetteer.countries import (
    capital_country,
    country_named,
    demonym_country,
    metonym_country,
)
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.lookup import Gazetteer
from dateline.knowledge.gazetteer.name_words import NameWords, name_words
from dateline.knowledge.gazetteer.regions import demonym_region

_LONGEST = 7  # tokens of "Republic of the Congo", "Port-au-Prince", "Deir ez-Zor"
_LINKS = frozenset(
    ["-", "–", "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "de", "del", "la", "le", "du",
     "da", "do", "dos", "des", "of", "the", "e", "ez", "ul", "sur", "les", "en", "au", "aux", "y",
     "bin", "upon", "on", "and", "i", "di", "san", "’s", "'s", "'"]
)  # fmt: skip
_ARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ain", "umm", "ez"])
_PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
_LOCATIVE = frozenset(
    ["in", "at", "near", "from", "outside", "around", "across", "throughout", "into", "toward",
     "towards", "inside", "off", "via", "between", "through", "opposite", "over"]
)  # fmt: skip
_ENOUGH = 1.5  # evidence that makes a name of a place; set on LGL, GeoVirus and the training gold
_CITY = 100_000
_TOWN = 15_000


@dataclass(slots=True)
class Name:
    """A name in the text with all the places that bear it.

    ``role`` is place, inside (part of another name: "Kabul University"), demonym, metonym or
    dateline; ``level`` is the level that a word beside it tells ("Donetsk region": admin1).
    """

    first: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    evidence: float = 0.0
    role: str = "place"
    level: str | None = None
    level_end: int | None = None
    chosen: Entry | None = None
    rule: str = "gazetteer"
    within: list["Name"] = field(default_factory=list)


class NameFinder:
    """Finds the names of one text."""

    def __init__(self, parse: Parse, gazetteer: Gazetteer) -> None:
        """Lay out what is asked again and again."""
        self._parse = parse
        self._gazetteer = gazetteer
        self._words: NameWords = name_words()
        self._levels = admin_levels()
        self._label = [""] * len(parse)
        self._entity = [-1] * len(parse)
        for number, entity in enumerate(parse.entities):
            for i in range(entity.first, entity.end):
                self._label[i] = entity.label
                self._entity[i] = number
        self._capital = [_name_like(word) for word in parse.words]
        self._persons = self._person_words()

    def names(self) -> list[Name]:
        """List the names of places, demonyms and seats of power in the order of the text."""
        found = list(self._scan())
        sure = {n.text for n in found if n.evidence >= _ENOUGH + 1 and n.role == "place"}
        kept = []
        for name in found:
            if name.role == "place" and name.text in sure:
                name.evidence += 1.0
            if name.role != "place" or name.evidence >= _ENOUGH:
                kept.append(name)
        return kept

    def _scan(self) -> Iterator[Name]:
        i, size = 0, len(self._parse)
        while i < size:
            name = self._name_at(i) if self._may_begin(i) else None
            if name is None:
                i += 1
                continue
            yield name
            i = name.end

    def _may_begin(self, i: int) -> bool:
        if self._capital[i]:
            return True
        after = i + 1
        return (
            self._parse.lowers[i] in _ARTICLES
            and after + 1 < len(self._parse)
            and (self._parse.words[after] == "-" or self._capital[after])
        )

    def _name_at(self, i: int) -> Name | None:
        demonym = self._demonym(i)
        for end in self._ends(i):
            text = self._parse.words_of(i, end)
            if demonym and end <= demonym.end:
                break
            entries = self._entries(text)
            if entries:
                return self._judged(Name(i, end, text, entries), i)
        return demonym or self._metonym(i) or self._unknown(i)

    def _entries(self, text: str) -> tuple[Entry, ...]:
        if len(text) < 2:  # noqa: PLR2004 - one letter is no name
            return ()
        found = self._gazetteer.candidates(text)
        if text.isupper() and len(text) <= 4 and country_named(text) is None:  # noqa: PLR2004
            return tuple(e for e in found if e.population >= _TOWN)
        return found

    def _ends(self, i: int) -> list[int]:
        """List where a name that begins here may end, the longest first."""
        parse, ends = self._parse, []
        for j in range(i, min(i + _LONGEST, len(parse))):
            if parse.words[j].isspace():
                break
            if self._capital[j] or (j > i and parse.words[j].isdigit()):
                ends.append(j + 1)
            elif parse.lowers[j] not in _LINKS:
                break
        return ends[::-1]

    # -- demonyms and metonyms

    def _demonym(self, i: int) -> Name | None:
        for end in (i + 2, i + 1):
            if end > len(self._parse) or not self._capital[end - 1]:
                continue
            text = self._parse.words_of(i, end)
            if country_named(text):
                return None
            entry = self._people(text)
            if entry:
                return Name(i, end, text, (entry,), evidence=3.0, role="demonym", rule="demonym")
        return None

    def _people(self, text: str) -> Entry | None:
        country = demonym_country(text)
        if country:
            return self._country(country)
        region = demonym_region(text)
        if region is None:
            return None
        return next(iter(self._gazetteer.candidates(region.name)), None)

    def _country(self, alpha3: str) -> Entry | None:
        return self._gazetteer.country_entry(alpha3)

    def _metonym(self, i: int) -> Name | None:
        for end in self._ends(i):
            text = self._parse.words_of(i, end)
            country = metonym_country(text)
            entry = self._country(country) if country else None
            if entry:
                return Name(i, end, text, (entry,), evidence=3.0, role="metonym", rule="seat")
        return None

    # -- judging

    def _judged(self, name: Name, i: int) -> Name | None:
        self._level(name)
        if self._inside(name):
            name.role = "inside"
        elif self._speaks(name):
            name.role, name.rule = "metonym", "seat speaks"
        name.evidence = self._evidence(name)
        return name if name.evidence > -_ENOUGH or name.end > i + 1 else None

    def _level(self, name: Name) -> None:
        lowers, end = self._parse.lowers, name.end
        for size in (3, 2, 1):
            word = " ".join(lowers[end : end + size])
            if word in self._levels and not lowers[end].endswith("s"):
                name.level, name.level_end = self._levels[word], end + size
                return
        if lowers[name.first - 1 : name.first] == ["of"] and name.first > 1:
            name.level = self._levels.get(lowers[name.first - 2])

    def _inside(self, name: Name) -> bool:
        """Tell whether the name is only a part of an office's, paper's or team's name."""
        lowers, size = self._parse.lowers, len(self._parse)
        after = name.end
        for j in range(after, min(after + 4, size)):
            if not self._capital[j]:
                break
            if lowers[j] in self._words.organization:
                return True
        if name.first > 1 and lowers[name.first - 1] == "of" and self._capital[name.first - 2]:
            return lowers[name.first - 2] in self._words.organization
        return self._longer_organization(name)

    def _longer_organization(self, name: Name) -> bool:
        number = self._entity[name.first]
        if number < 0 or self._label[name.first] != "ORG":
            return False
        entity = self._parse.entities[number]
        words = self._parse.lowers[entity.first : entity.end]
        return entity.end > name.end and any(w in self._words.organization for w in words)

    def _speaks(self, name: Name) -> bool:
        if capital_country(name.text) is None and name.entries[0].kind != "country":
            return False
        parse, head = self._parse, name.end - 1
        if parse.deps[head] not in {"nsubj", "nsubjpass"} or name.entries[0].kind == "country":
            return False
        return parse.lemmas[parse.heads[head]] in self._words.speech

    def _evidence(self, name: Name) -> float:
        return (
            self._weight(name)
            + self._label_evidence(name)
            + self._before(name)
            + self._after(name)
            + self._habit(name)
        )

    def _weight(self, name: Name) -> float:
        """Weigh what bears the name: a country is likelier meant than a hamlet."""
        best = name.entries[0]
        many_words = 1.0 if name.end - name.first > 1 else 0.0
        if best.kind != "settlement":
            return (1.0 if best.kind == "admin2" else 2.0) + many_words
        size = 1.5 if best.population >= _CITY else 1.0 if best.population >= _TOWN else 0.0
        return size + many_words

    def _label_evidence(self, name: Name) -> float:
        label = self._label[name.end - 1]
        number = self._entity[name.end - 1]
        if label in _PLACE_LABELS:
            return 2.0
        if number < 0:
            return 0.0 if self._parse.tags[name.end - 1].startswith("NNP") else -2.0
        entity = self._parse.entities[number]
        whole = entity.first >= name.first and entity.end <= name.end + 1
        if label == "PERSON":
            return -0.5 if whole else -3.0
        return 0.0 if whole else -0.5

    def _before(self, name: Name) -> float:
        lowers, i = self._parse.lowers, name.first - 1
        while i >= 0 and (lowers[i] in self._words.before_name or lowers[i] == "the"):
            i -= 1
        if i < 0:
            return 0.0
        word = lowers[i].rstrip(".")
        if word in self._words.titles or (word in self._words.ships and i == name.first - 1):
            return -4.0
        if word in _LOCATIVE:
            return 2.0
        if word == "of":
            return 2.5 if lowers[i - 1] in self._words.settlement else 0.5
        if word in {"to", "on", "against", "reached", "entered", "leave", "left"}:
            return 0.8
        return -3.0 if self._joined(i, name) else 0.0

    def _joined(self, i: int, name: Name) -> bool:
        """Tell whether a capitalised word right before makes a longer, other name."""
        if i != name.first - 1 or not self._capital[i]:
            return False
        if self._people(self._parse.words[i]) or self._parse.tags[i][:3] != "NNP":
            return False
        return self._parse.words[i] not in {"-", "–"}

    def _after(self, name: Name) -> float:
        lowers, end = self._parse.lowers, name.end
        if name.level or (end < len(lowers) and lowers[end] in self._words.settlement):
            return 2.0
        if end + 1 < len(lowers) and lowers[end] == "," and self._capital[end + 1]:
            return 1.0 if self._entries(self._parse.words[end + 1]) else 0.0
        if end < len(lowers) and self._capital[end] and self._parse.tags[end][:3] == "NNP":
            return 0.5 if self._site_word(end) else -2.0
        return 0.5 if end < len(lowers) and self._site_word(end) else 0.0

    def _site_word(self, i: int) -> bool:
        lower = self._parse.lowers[i]
        return lower in self._words.site or lower in self._words.natural

    def _habit(self, name: Name) -> float:
        """Weigh words that mostly mean something else, and surnames of people in the report."""
        score = 0.0
        if name.text.lower() in self._words.not_places:
            score -= 4.0
        if name.end - name.first == 1 and name.text in self._persons:
            score -= 3.0
        return score

    def _person_words(self) -> frozenset[str]:
        words: set[str] = set()
        for entity in self._parse.entities:
            before = self._parse.lowers[entity.first - 1] if entity.first else ""
            if entity.label == "PERSON" and entity.end - entity.first > 1 and before not in _LOCATIVE:
                words.update(self._parse.words[entity.first : entity.end])
        return frozenset(words)

    # -- names that no gazetteer has

    def _unknown(self, i: int) -> Name | None:
        """Take a name without an entry for a place where the words around it say so."""
        ends = self._ends(i)
        if not self._capital[i] or not ends or self._parse.tags[i][:3] != "NNP":
            return None
        end = next((e for e in ends if not self._broken(i, e)), i + 1)
        name = Name(i, end, self._parse.words_of(i, end), (), rule="unknown")
        self._level(name)
        name.evidence = self._before(name) + self._label_evidence(name) + self._habit(name)
        name.evidence += self._after_unknown(name)
        if self._inside(name) or name.evidence < 2.0 or self._is_head_word(name):  # noqa: PLR2004
            return None
        return name

    def _broken(self, first: int, end: int) -> bool:
        lowers = self._parse.lowers[first:end]
        return "and" in lowers or "," in lowers or "of" in lowers or "the" in lowers

    def _after_unknown(self, name: Name) -> float:
        lowers, end = self._parse.lowers, name.end
        if name.level or (end < len(lowers) and lowers[end] in self._words.settlement):
            return 2.0
        if end < len(lowers) and lowers[end] in {"'s", "’s"}:
            return -1.5
        return 1.0 if end < len(lowers) and self._site_word(end) else 0.0

    def _is_head_word(self, name: Name) -> bool:
        last = self._parse.lowers[name.end - 1]
        return last in self._words.organization


def _name_like(word: str) -> bool:
    first = word[:1]
    if first.isupper():
        return True
    return first in "'’‘ʻdl" and len(word) > 2 and any(c.isupper() for c in word[1:3])  # noqa: PLR2004
