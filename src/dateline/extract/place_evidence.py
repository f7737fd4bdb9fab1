"""How much speaks for a capitalised name being the name of a place where it stands."""

from dateline.extract.place_name import Name
from dateline.extract.place_text import CITY, HYPHENS, LOCATIVE, PlaceText
from dateline.knowledge.gazetteer.countries import capital_country, demonym_country
from dateline.knowledge.gazetteer.regions import demonym_region

_PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
_NEVER_A_PERSON = frozenset(["in", "at", "near", "outside"])  # ... stands behind these
_TOWN = 15_000
_LEVEL_WORDS = (3, 2, 1)  # words of "local government area", "autonomous republic", "district"
_AHEAD = 4  # words behind a name in which the head of an office may come

# Points of evidence, for and against; set on LGL, GeoVirus and the training reports.
_ENTITY_PLACE = 2.0  # the language model calls it a place
_ENTITY_PERSON = -0.5  # ... a person: often wrong for foreign towns
_ENTITY_PART = -3.0  # ... part of a person's name
_LOWER_TAG = -2.0  # no proper noun, and no entity
_IN = 2.0
_VILLAGE_OF = 2.5
_OF = 0.5
_TO = 0.8
_FOUGHT_OVER = 1.5
_TITLE = -4.0
_LONGER_NAME = -3.0
_LEVEL = 2.0
_HEADING = 3.0
_GOES_ON = -2.0
_COMMON_WORD = -4.0
_SURNAME = -3.0


class Evidence:
    """Weighs the names of one text."""

    def __init__(self, text: PlaceText) -> None:
        """Keep the text."""
        self._text = text
        self._words = text.words

    def settle(self, name: Name) -> None:
        """Set the level, the extent, the part and the evidence of a name with entries."""
        self.read_level(name)
        self._extend(name)
        if self.inside(name):
            name.role = "inside"
        elif self._speaks(name):
            name.role, name.rule = "metonym", "seat speaks"
        name.evidence = (
            self._weight(name)
            + self._label(name)
            + self.before(name)
            + self._after(name)
            + self._habit(name)
        )

    def settle_unknown(self, name: Name) -> None:
        """Set the level and the evidence of a name without entries."""
        self.read_level(name)
        name.evidence = (
            self.before(name) + self._label(name) + self._habit(name) + self._after_unknown(name)
        )

    def read_level(self, name: Name) -> None:
        """Read "district" behind the name, or "province of" before it."""
        lowers, end, levels = self._text.parse.lowers, name.end, self._text.levels
        for size in _LEVEL_WORDS:
            word = " ".join(lowers[end : end + size])
            if word in levels and self._plain(end + size):
                name.level, name.level_end = levels[word], end + size
                return
        if name.first > 1 and lowers[name.first - 1] == "of":
            name.level = levels.get(lowers[name.first - 2])

    def _plain(self, end: int) -> bool:
        """Tell whether no capital and no "of" follows, which would make a name of an office."""
        if not self._text.is_capital(end - 1):
            return True
        return not self._text.is_capital(end) and self._text.lower(end) != "of"

    def _extend(self, name: Name) -> None:
        """Take in a capitalised head behind and a compass word in front: "North Dallas"."""
        text, end = self._text, name.end
        if name.level is None and text.is_capital(end):
            head = text.lower(end).rstrip(".")
            if head in self._words.natural or head in self._words.street:
                name.end, name.rule = end + 1, "extended"
            elif (head, text.lower(end + 1)) == ("international", "airport"):
                name.end, name.rule = end + 2, "extended"
        before = name.first - 1
        if not text.is_capital(before) or text.begins_sentence(before):
            return
        if text.lower(before) in self._words.compass or text.lower(before) == "greater":
            name.first, name.rule = before, "extended"

    def inside(self, name: Name) -> bool:
        """Tell whether the name is only a part of an office's, paper's or team's name."""
        text = self._text
        for j in range(name.end, name.end + _AHEAD):
            if not text.is_capital(j):
                break
            if text.lower(j) in self._words.organization:
                return True
        if text.lower(name.first - 1) == "of" and text.is_capital(name.first - 2):
            return text.lower(name.first - 2) in self._words.organization
        return self._in_organization(name)

    def _in_organization(self, name: Name) -> bool:
        number = self._text.entity[name.first]
        if number < 0 or self._text.parse.entities[number].label != "ORG":
            return False
        entity = self._text.parse.entities[number]
        words = self._text.parse.lowers[entity.first : entity.end]
        return entity.end > name.end and any(w in self._words.organization for w in words)

    def _speaks(self, name: Name) -> bool:
        """Tell whether a capital stands for its government: "Ankara accused"."""
        if capital_country(name.text) is None:
            return False
        parse, head = self._text.parse, name.end - 1
        subject = parse.deps[head] in {"nsubj", "nsubjpass"}
        return subject and parse.lemmas[parse.heads[head]] in self._words.speech

    def _weight(self, name: Name) -> float:
        """Weigh what bears the name: a country is likelier meant than a hamlet."""
        best = name.entries[0]
        many_words = 1.0 if name.end - name.first > 1 else 0.0
        if best.kind != "settlement":
            return (1.0 if best.kind == "admin2" else 2.0) + many_words
        size = 1.5 if best.population >= CITY else 1.0 if best.population >= _TOWN else 0.0
        return size + many_words

    def _label(self, name: Name) -> float:
        number = self._text.entity[name.end - 1]
        if number < 0:
            return 0.0 if self._text.is_noun_name(name.end - 1) else _LOWER_TAG
        entity = self._text.parse.entities[number]
        if entity.label in _PLACE_LABELS:
            return _ENTITY_PLACE
        whole = entity.first >= name.first and entity.end <= name.end + 1
        if entity.label == "PERSON":
            at_place = whole and self._text.lower(name.first - 1) in _NEVER_A_PERSON
            return 0.0 if at_place else _ENTITY_PERSON if whole else _ENTITY_PART
        return 0.0 if whole else _ENTITY_PERSON

    def before(self, name: Name) -> float:
        """Weigh what stands in front of the name."""
        lowers, i = self._text.parse.lowers, name.first - 1
        while i >= 0 and (lowers[i] in self._words.before_name or lowers[i] == "the"):
            i -= 1
        if i < 0:
            return 0.0
        word = lowers[i].rstrip(".")
        if word in self._words.titles or (word in self._words.ships and i == name.first - 1):
            return _TITLE
        return self._preposition(i, word) or self._verb_or_name(i, name)

    def _preposition(self, i: int, word: str) -> float:
        if word in LOCATIVE:
            return _IN
        if word == "of":
            return _VILLAGE_OF if self._text.lower(i - 1) in self._words.settlement else _OF
        return _TO if word in {"to", "on", "against"} else 0.0

    def _verb_or_name(self, i: int, name: Name) -> float:
        parse = self._text.parse
        if parse.lemmas[i] in self._words.place_verbs and parse.tags[i][:2] == "VB":
            return _FOUGHT_OVER
        return _LONGER_NAME if i == name.first - 1 and self._joined(i) else 0.0

    def _joined(self, i: int) -> bool:
        """Tell whether a capitalised word makes a longer, other name with the one behind it."""
        word = self._text.parse.words[i]
        if not self._text.capital[i] or not self._text.is_noun_name(i):
            return False
        return demonym_country(word) is None and demonym_region(word) is None

    def _after(self, name: Name) -> float:
        text, end = self._text, name.end
        if name.level or text.lower(end) in self._words.settlement:
            return _LEVEL
        if text.lower(end) == ":" and text.begins_sentence(name.first):
            return _HEADING
        if text.lower(end) == "," and text.is_capital(end + 1):
            return 1.0 if text.entries(text.parse.words[end + 1]) else 0.0
        if self._hyphened(end):
            return _GOES_ON
        if text.names_site(end):
            return 0.5
        goes_on = text.is_capital(end) and text.is_noun_name(end)
        return _GOES_ON if goes_on and text.lower(end) not in self._words.titles else 0.0

    def _hyphened(self, end: int) -> bool:
        """Tell whether the name goes on behind a hyphen with no space: "Wal-Mart"."""
        text, parse = self._text, self._text.parse
        if not text.is_capital(end + 1) or parse.words[end] not in HYPHENS:
            return False
        return text.tight(end) and not text.entries(parse.words[end + 1])

    def _after_unknown(self, name: Name) -> float:
        word = self._text.lower(name.end)
        if name.level or word in self._words.settlement:
            return _LEVEL
        if word in {"'s", "’s"}:
            return -1.5
        if word == ":" and self._text.begins_sentence(name.first):
            return 1.0
        return 1.5 if self._text.names_site(name.end) else 0.0

    def _habit(self, name: Name) -> float:
        """Weigh words that mostly mean something else, and surnames of people in the report."""
        score = _COMMON_WORD if name.text.lower() in self._words.not_places else 0.0
        if name.end - name.first == 1 and name.text in self._text.persons:
            score += _SURNAME
        return score
