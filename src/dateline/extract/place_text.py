"""A text laid out for finding names of places: capitals, entities, words that say what is what."""

from functools import cached_property

from dateline.extract.parse import Parse
from dateline.knowledge.gazetteer.admin_words import admin_levels
from dateline.knowledge.gazetteer.countries import country_named
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.folding import fold
from dateline.knowledge.gazetteer.lookup import Gazetteer
from dateline.knowledge.gazetteer.name_words import NameWords, name_words

HYPHENS = frozenset(["-", "–"])
LOCATIVE = frozenset(
    ["in", "at", "near", "from", "outside", "around", "across", "throughout", "into", "toward",
     "towards", "inside", "off", "via", "between", "through", "opposite", "over"]
)  # fmt: skip
CITY = 100_000
ARTICLES = frozenset(
    "al el ad ar as ash at az an ain umm ez beit tal tel".split(),
)
_PARTICLES = frozenset(
    ["de", "del", "la", "le", "du", "da", "do", "dos", "des", "kwa", "wa", "sur"]
)
_LONGEST = 7  # tokens of "Republic of the Congo", "Port-au-Prince"
_ACRONYM = 4  # the longest run of capitals that is likelier an acronym than a town in capitals
_PREFIXES = "'’‘ʻdl"
_PREFIXED = 3  # letters in which the capital of "d'Ivoire" or "'Ain" must come


class PlaceText:
    """What is asked again and again about the tokens of one text."""

    def __init__(self, parse: Parse, gazetteer: Gazetteer) -> None:
        """Lay out capitals and entities token by token."""
        self.parse = parse
        self.gazetteer = gazetteer
        self.words: NameWords = name_words()
        self.levels = admin_levels()
        self.capital = [word[0].isupper() or _prefixed(word) for word in parse.words]
        self._size = len(parse)
        self.entity = [-1] * len(parse)
        for number, entity in enumerate(parse.entities):
            self.entity[entity.first : entity.end] = [number] * (entity.end - entity.first)

    def entries(self, text: str) -> tuple[Entry, ...]:
        """List the places of a name; a short acronym must be a country or a great city."""
        found = self.gazetteer.candidates(text) if len(text) > 1 else ()
        if not found or not text.isupper() or len(text) > _ACRONYM or "." in text:
            return found
        if country_named(text) or found[0].kind not in {"settlement", "admin1", "admin2"}:
            return found
        own = fold(text)
        return tuple(e for e in found if e.population >= CITY and fold(e.name) == own)

    def is_noun_name(self, i: int) -> bool:
        """Tell whether the tagger calls a token a proper noun."""
        return self.parse.tags[i][:3] == "NNP"

    def begins_sentence(self, i: int) -> bool:
        """Tell whether a token is the first of its sentence."""
        return i == 0 or self.parse.sent_of[i - 1] != self.parse.sent_of[i]

    def lower(self, i: int) -> str:
        """Return a token in lower case; "" beyond either end."""
        return self.parse.lowers[i] if 0 <= i < self._size else ""

    def is_capital(self, i: int) -> bool:
        """Tell whether a token can be part of a name; no beyond either end."""
        return 0 <= i < self._size and self.capital[i]

    def names_site(self, i: int) -> bool:
        """Tell whether a token is a head such as "airport" or "valley"."""
        return self.lower(i) in self.words.site or self.lower(i) in self.words.natural

    def tight(self, j: int) -> bool:
        """Refuse a dash with white space around it; other words may join a name as they are."""
        parse = self.parse
        if parse.words[j] not in HYPHENS or j + 1 >= len(parse):
            return True
        return parse.starts[j] == parse.ends[j - 1] and parse.starts[j + 1] == parse.ends[j]

    def run_end(self, i: int) -> int:
        """End a run of capitalised words, hyphens and articles between them."""
        end = i
        for j in range(i, min(i + _LONGEST, len(self.parse))):
            if self.capital[j]:
                end = j + 1
            elif not self._joins(j):
                break
        return end

    def _joins(self, j: int) -> bool:
        lower = self.parse.lowers[j]
        return self.tight(j) if lower in HYPHENS else lower in ARTICLES or lower in _PARTICLES

    def is_acronym(self, text: str) -> bool:
        """Tell whether a name is a few capitals, which are seldom an unknown place."""
        bare = text.replace(".", "")
        return bare.isupper() and len(bare) <= _ACRONYM + 1

    @cached_property
    def persons(self) -> frozenset[str]:
        """Collect the words of the full names of people."""
        out: set[str] = set()
        for entity in self.parse.entities:
            full = entity.label == "PERSON" and entity.end - entity.first > 1
            if full and self.lower(entity.first - 1) not in LOCATIVE:
                out.update(self.parse.words[entity.first : entity.end])
        return frozenset(out)


def _prefixed(word: str) -> bool:
    return word[0] in _PREFIXES and any(c.isupper() for c in word[1:_PREFIXED])
