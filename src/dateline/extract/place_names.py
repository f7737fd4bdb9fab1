"""Which capitalised words of a text are names of places, and in what part they stand."""

from collections import Counter
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
from dateline.knowledge.gazetteer.folding import fold
from dateline.knowledge.gazetteer.lookup import Gazetteer
from dateline.knowledge.gazetteer.name_words import NameWords, name_words, unit_abbreviations
from dateline.knowledge.gazetteer.regions import demonym_region

_LONGEST = 7  # tokens of "Republic of the Congo", "Port-au-Prince", "Deir ez-Zor"
_LINKS = frozenset(
    ["-", "–", "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "de", "del", "la", "le", "du",
     "da", "do", "dos", "des", "of", "the", "e", "ez", "ul", "sur", "les", "en", "au", "aux", "y",
     "bin", "upon", "on", "and", "i", "di", "san", "’s", "'s", "'", "es", "kwa", "wa", "ibn", "abu",
     "umm", "ed", "er", "esh", "ech", "am", "im", "an", "der", "na", "nad", "den", "het", "ob"]
)  # fmt: skip
_ARTICLES = frozenset(
    ["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ain", "umm", "ez", "beit", "tal", "tel"]
)
_OPENERS = frozenset(["the", "a", "an", "as", "at", "in", "on", "our", "for", "from", "of", "and",
                      "near", "around", "outside", "across", "between", "but", "with", "by", "to",
                      "over", "off", "after", "before", "inside", "like", "unlike", "while"])  # fmt: skip
_SAFE_BARE = frozenset(["al", "el", "ain", "umm", "beit"])
_PARTICLES = frozenset(["de", "del", "la", "le", "du", "da", "do", "dos", "des", "kwa", "wa", "sur"])
_HYPHENS = frozenset(["-", "–"])
_PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
_LOCATIVE = frozenset(
    ["in", "at", "near", "from", "outside", "around", "across", "throughout", "into", "toward",
     "towards", "inside", "off", "via", "between", "through", "opposite", "over"]
)  # fmt: skip
_ENOUGH_ABROAD = 1.9
# Countries of which the gazetteer has nearly every place: an unknown name there is seldom one.
_DEEP = frozenset(["USA", "GBR", "CAN", "AUS", "NZL", "IRL", "DEU", "FRA", "ITA", "ESP", "NLD", "BEL",
                   "CHE", "AUT", "DNK", "NOR", "SWE", "FIN", "JPN"])  # fmt: skip
_SPOKEN_OF = 1.5  # more evidence for a place in a country that the report speaks of
_SPOKEN_SHARE = 0.12
_SPEAKING = frozenset(["place", "demonym", "metonym", "dateline"])
_LISTED = 2.0  # ... beside a sure place in a list
_LISTING = frozenset([",", "and", "or", "the", "&", "/", "nearby"])
_AT_PLACE = 2.0  # evidence of "in", "at", "village of" in front
_ENOUGH_UNKNOWN = 3.0
_ENOUGH = 1.5  # evidence that makes a name of a place; set on LGL, GeoVirus and the training gold
_ACRONYM = 4  # the longest run of capitals that is likelier an acronym than a town in capitals
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
        self._short = unit_abbreviations()
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
        spoken = _spoken_countries(found)
        for at, name in enumerate(found):
            if name.role != "place":
                continue
            name.evidence += 1.0 if name.text in sure else 0.0
            if any(e.country in spoken for e in name.entries):
                name.evidence += _SPOKEN_OF
            if self._listed(found, at):
                name.evidence += _LISTED
        unknown = _ENOUGH_UNKNOWN if not spoken or spoken & _DEEP else _ENOUGH_ABROAD
        bars = ((n, _ENOUGH if n.entries else unknown) for n in found)
        return [n for n, bar in bars if n.role != "place" or n.evidence >= bar]

    def _listed(self, found: list[Name], at: int) -> bool:
        """Tell whether a sure place stands beside the name in a list: "X, Y and Z"."""
        name = found[at]
        for other in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2]):
            one, two = (other, name) if other.first < name.first else (name, other)
            gap = self._parse.lowers[one.level_end or one.end : two.first]
            sure = other.role == "place" and other.evidence >= _ENOUGH
            if sure and gap and len(gap) <= 3 and all(w in _LISTING for w in gap):  # noqa: PLR2004
                return True
        return False

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
        lower, after = self._parse.lowers[i], i + 1
        if self._capital[i]:
            return lower not in _OPENERS
        if lower not in _ARTICLES or after + 1 >= len(self._parse):
            return False
        return self._parse.words[after] == "-" or (lower in _SAFE_BARE and self._capital[after])

    def _name_at(self, i: int) -> Name | None:
        short = self._abbreviation(i)
        if short:
            return short
        demonym = self._demonym(i)
        ends = self._ends(i)
        for end in ends:
            text = self._parse.words_of(i, end)
            if (demonym and end <= demonym.end) or self._part_of_office(i, end):
                continue
            seat = self._seat(i, end, text)
            if seat:
                return seat
            entries = self._entries(text)
            if entries:
                return self._judged(Name(i, end, text, entries), i)
        return demonym or self._unknown(i)

    def _part_of_office(self, first: int, end: int) -> bool:
        """Tell whether the last word belongs to what follows ("Dublin City | Council")."""
        last = self._parse.lowers[end - 1]
        if end - first == 1:
            return last in self._words.organization and last not in self._words.settlement
        if last not in self._levels and last not in self._words.settlement:
            return False
        after = self._parse.lowers[end : end + 1]
        return after == ["of"] or (bool(after) and after[0] in self._words.organization)

    def _abbreviation(self, i: int) -> Name | None:
        """Read a state in its short form: "La." anywhere, "LA" only behind a comma."""
        word = self._parse.words[i]
        code = self._short.get(word)
        if code is None or (word.isupper() and "." not in word and not self._after_comma(i)):
            return None
        if not self._after_comma(i) and word.count(".") < 2 and len(word) < 5:  # noqa: PLR2004
            return None
        entry = self._gazetteer.unit(*code.split("."))
        return Name(i, i + 1, word, (entry,), evidence=4.0) if entry else None

    def _after_comma(self, i: int) -> bool:
        return i > 1 and self._parse.words[i - 1] == "," and self._capital[i - 2]

    def _entries(self, text: str) -> tuple[Entry, ...]:
        if len(text) < 2:  # noqa: PLR2004 - one letter is no name
            return ()
        found = self._gazetteer.candidates(text)
        if not found or not text.isupper() or len(text) > _ACRONYM or "." in text:
            return found
        if country_named(text) or found[0].kind not in {"settlement", "admin1", "admin2"}:
            return found
        own = fold(text)
        return tuple(e for e in found if e.population >= _CITY and fold(e.name) == own)

    def _ends(self, i: int) -> list[int]:
        """List where a name that begins here may end, the longest first."""
        parse, ends = self._parse, []
        for j in range(i, min(i + _LONGEST, len(parse))):
            if parse.words[j].isspace():
                break
            if self._capital[j] or (j > i and parse.words[j].isdigit()):
                ends.append(j + 1)
            elif parse.lowers[j] not in _LINKS or not self._tight(j):
                break
        return ends[::-1]

    def _tight(self, j: int) -> bool:
        """Refuse a dash with white space around it; other words may join a name as they are."""
        parse = self._parse
        if parse.words[j] not in _HYPHENS or j + 1 >= len(parse):
            return True
        return parse.starts[j] == parse.ends[j - 1] and parse.starts[j + 1] == parse.ends[j]

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

    def _seat(self, first: int, end: int, text: str) -> Name | None:
        country = metonym_country(text)
        entry = self._country(country) if country else None
        return Name(first, end, text, (entry,), 3.0, "metonym", rule="seat") if entry else None

    # -- judging

    def _judged(self, name: Name, i: int) -> Name | None:
        self._level(name)
        self._extend(name)
        if self._inside(name):
            name.role = "inside"
        elif self._speaks(name):
            name.role, name.rule = "metonym", "seat speaks"
        name.evidence = self._evidence(name)
        whole = self._longer(name) if name.role == "place" else None
        if whole:
            return whole
        return name if name.evidence > -_ENOUGH or name.end > i + 1 else None

    def _longer(self, name: Name) -> Name | None:
        """Take "Kouri Bougoudi" for a name of its own where the gazetteer has Kouri alone."""
        end = self._run_end(name.first)
        if end <= name.end or name.rule == "extended" or name.level or self._before(name) < _AT_PLACE:
            return None
        if self._known_inside(name.end, end):
            return None
        return self._unknown(name.first)

    def _known_inside(self, first: int, end: int) -> bool:
        words = self._parse.lowers[first:end]
        known = (self._words.organization, self._words.site, self._words.settlement, self._levels)
        if any(w in group for w in words for group in known):
            return True
        rest = self._parse.words_of(first, end)
        return bool(self._entries(rest) or self._people(self._parse.words[first]))

    def _extend(self, name: Name) -> None:
        """Take in a capitalised head behind and a compass word in front: "North Dallas"."""
        lowers, end = self._parse.lowers, name.end
        if name.level is None and end < len(lowers) and self._capital[end]:
            head = lowers[end].rstrip(".")
            if head in self._words.natural or head in self._words.street:
                name.end, name.rule = end + 1, "extended"
            elif lowers[end : end + 2] == ["international", "airport"]:
                name.end, name.rule = end + 2, "extended"
        before = name.first - 1
        if before < 0 or not self._capital[before] or self._begins_sentence(before):
            return
        if lowers[before] in self._words.compass or lowers[before] == "greater":
            name.first, name.rule = before, "extended"

    def _begins_sentence(self, i: int) -> bool:
        return i == 0 or self._parse.sent_of[i - 1] != self._parse.sent_of[i]

    def _level(self, name: Name) -> None:
        lowers, end = self._parse.lowers, name.end
        for size in (3, 2, 1):
            word = " ".join(lowers[end : end + size])
            if word in self._levels and not lowers[end].endswith("s") and self._plain(end + size):
                name.level, name.level_end = self._levels[word], end + size
                return
        if lowers[name.first - 1 : name.first] == ["of"] and name.first > 1:
            name.level = self._levels.get(lowers[name.first - 2])

    def _plain(self, end: int) -> bool:
        """Tell whether no capital and no "of" follows, which would make a name of an office."""
        if not self._capital[end - 1] or end >= len(self._parse):
            return True
        return not self._capital[end] and self._parse.lowers[end] != "of"

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
        if word in {"to", "on", "against"}:
            return 0.8
        if self._parse.lemmas[i] in self._words.place_verbs and self._parse.tags[i][:2] == "VB":
            return 1.5
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
        if lowers[end : end + 1] == [":"] and self._begins_sentence(name.first):
            return 3.0 if name.entries else 1.0
        if end + 1 < len(lowers) and lowers[end] == "," and self._capital[end + 1]:
            return 1.0 if self._entries(self._parse.words[end + 1]) else 0.0
        if self._hyphened(end):
            return -2.0
        if end < len(lowers) and self._capital[end] and self._parse.tags[end][:3] == "NNP":
            return 0.5 if self._site_word(end) else -2.0
        return 0.5 if end < len(lowers) and self._site_word(end) else 0.0

    def _hyphened(self, end: int) -> bool:
        """Tell whether the name goes on behind a hyphen with no space: "Wal-Mart"."""
        parse = self._parse
        if end + 1 >= len(parse) or parse.words[end] not in _HYPHENS or not self._capital[end + 1]:
            return False
        tight = parse.starts[end] == parse.ends[end - 1] and parse.starts[end + 1] == parse.ends[end]
        return tight and not self._entries(parse.words[end + 1])

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
        end = self._run_end(i)
        if end == i or self._parse.tags[end - 1][:3] != "NNP":
            return None
        name = Name(i, end, self._parse.words_of(i, end), (), rule="unknown")
        self._level(name)
        name.evidence = self._before(name) + self._label_evidence(name) + self._habit(name)
        name.evidence += self._after_unknown(name)
        if self._inside(name) or name.evidence < 0.0 or not self._sound(name):
            return None
        return name

    def _run_end(self, i: int) -> int:
        """End a run of capitalised words, hyphens and articles between them."""
        end = i
        for j in range(i, min(i + _LONGEST, len(self._parse))):
            if self._capital[j]:
                end = j + 1
            elif not self._joins(j):
                break
        return end

    def _joins(self, j: int) -> bool:
        lower = self._parse.lowers[j]
        if lower in _HYPHENS:
            return self._tight(j)
        return lower in _ARTICLES or lower in _PARTICLES

    def _after_unknown(self, name: Name) -> float:
        lowers, end = self._parse.lowers, name.end
        if name.level or (end < len(lowers) and lowers[end] in self._words.settlement):
            return 2.0
        if end < len(lowers) and lowers[end] in {"'s", "’s"}:
            return -1.5
        return 1.5 if end < len(lowers) and self._site_word(end) else 0.0

    def _sound(self, name: Name) -> bool:
        """Refuse acronyms, numbers, months and heads of offices as names of unknown places."""
        words = self._parse.lowers[name.first : name.end]
        if words[-1] in self._words.organization or any(w in self._words.not_places for w in words):
            return False
        bare = name.text.replace(".", "")
        acronym = bare.isupper() and len(bare) <= _ACRONYM + 1
        return not acronym and not any(c.isdigit() for c in bare) and "'s" not in words


def _spoken_countries(found: list[Name]) -> frozenset[str | None]:
    """List the countries that have a good share of the report's surest names."""
    votes: Counter[str | None] = Counter()
    for name in found:
        if name.evidence >= _ENOUGH + 1 and name.entries and name.role in _SPEAKING:
            votes[name.entries[0].country] += 1
    total = sum(votes.values())
    return frozenset(c for c, n in votes.items() if c and n >= 2 and n >= total * _SPOKEN_SHARE)  # noqa: PLR2004


def _name_like(word: str) -> bool:
    first = word[:1]
    if first.isupper():
        return True
    return first in "'’‘ʻdl" and len(word) > 2 and any(c.isupper() for c in word[1:3])  # noqa: PLR2004
