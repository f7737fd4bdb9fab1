"""Give a text set in capitals, or in none, the letters of ordinary print; its length stays.

casing = Casing(nlp)
casing.of("REBELS ATTACKED THE TOWN OF DERNA.")  ->  "Rebels attacked the town of Derna."
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from spacy.language import Language

from dateline.knowledge.actors import known_names
from dateline.knowledge.actors.nouns import nouns
from dateline.knowledge.gazetteer.countries import capital_country, country_named, demonym_country
from dateline.knowledge.persons import person_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORT_NAME = re.compile(r"[\[(]([^\W\d_]{2,8})[\])]")
_EXPLAINED = re.compile(r"\b([^\W\d_]{2,5})\s+\[[^\W\d_]+ [^\]]+\]")  # "XYZ [Front of ...]"
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_STARTS = re.compile(r"(?:^|[.!?][\"'”’)\]]*\s+|\n)[\"'“‘(\[-]*\s*([^\W\d_])")
_FEWEST = 12  # letters; a shorter line tells nothing of how the text is set
_CAPITALS = 0.8  # share of letters from which on a paragraph is set in capitals
_LONGEST = 6  # words of a country's name
_SMALL = frozenset(
    "of the and for in on to de del la las los el y da do dos van von al bin".split()
)
_MONTHS = frozenset({"march", "may", "august"})  # words that are something else besides
_VOWELS = frozenset("aeiouyáéíóúü")


class Casing:
    """What a language model's lists and the knowledge room say of names and common words."""

    def __init__(self, nlp: Language) -> None:
        """Borrow the word lists of the model's lemmatizer."""
        self._stops = frozenset(nlp.Defaults.stop_words)
        self._tables = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)

    def of(self, text: str) -> str:
        """Set a text in ordinary letters where it is set in capitals, or has no capital at all."""
        bare = not any(c.isupper() for c in text)
        if bare and sum(c.isalpha() for c in text) >= _FEWEST:
            return self._set(text, frozenset())
        found = (*_SHORT_NAME.finditer(text), *_EXPLAINED.finditer(text))
        shorts = frozenset(match[1].lower() for match in found if match[1].isupper())
        parts = re.split(r"(\n\s*\n)", text)
        return "".join(self._set(p, shorts) if _in_capitals(p) else p for p in parts)

    def of_report(self, text: str) -> str:
        """Set a report in ordinary letters where the whole of it is in capitals, or in none."""
        return self.of(text) if _in_capitals(text) or not any(map(str.isupper, text)) else text

    def is_common(self, word: str) -> bool:
        """Tell whether a word, in small letters, stands in the lists of common words."""
        return word in self._stops or any(self._listed(word, kind) for kind in self._kinds)

    @cached_property
    def _kinds(self) -> dict[str, tuple[frozenset[str], frozenset[str], list[list[str]]]]:
        if self._tables is None:
            return {}
        index, forms = (self._tables.get_table(f"lemma_{name}") for name in ("index", "exc"))
        rules = self._tables.get_table("lemma_rules")
        return {
            kind: (frozenset(index[kind]), frozenset(forms.get(kind, ())), rules.get(kind, []))
            for kind in ("noun", "verb", "adj", "adv")
        }

    def _listed(self, word: str, kind: str) -> bool:
        known, forms, rules = self._kinds[kind]
        if word in known or word in forms:
            return True
        return any(word.endswith(a) and word[: -len(a)] + b in known for a, b in rules)

    def _set(self, text: str, shorts: frozenset[str]) -> str:
        lower = _lowered(text)
        words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(lower)]
        out = list(lower)
        for at in self._names(words, lower):
            start, _, _ = words[at]
            out[start] = _upper(out[start])
        for start, end, word in words:
            acronym = len(word) < _LONGEST and _VOWELS.isdisjoint(word)
            if (word in shorts or acronym) and not self.is_common(word):
                out[start:end] = map(_upper, out[start:end])
        for match in _STARTS.finditer(lower):
            out[match.start(1)] = _upper(out[match.start(1)])
        for match in _DOTTED.finditer(lower):
            out[match.start() : match.end()] = map(_upper, match.group())
        return "".join(out)

    def _is_given(self, words: list[tuple[int, int, str]], at: int) -> bool:
        """Tell whether a noun before a name is a given name: it says of nobody who he is."""
        _, end, word = words[at]
        if at + 1 == len(words) or word in self._stops or not self._listed(word, "noun"):
            return False
        start, _, follows = words[at + 1]
        apart = start != end + 1 or self.is_common(follows) or follows in _SMALL
        told = word in _said_of_people() or _singular(word) in nouns()
        plain = any(self._listed(word, kind) for kind in ("verb", "adj", "adv"))
        return not (apart or told or plain)

    def _is_name(self, word: str) -> bool:
        if word in person_words().days or demonym_country(word) or capital_country(word):
            return True
        return word not in _SMALL and not self.is_common(word)

    def _names(self, words: list[tuple[int, int, str]], text: str) -> Iterator[int]:
        for at, (start, end, word) in enumerate(words):
            stem = re.sub(r"['’]s?$", "", word)
            if stem in _MONTHS:
                named = _beside_number(text, start, end)
            else:
                named = self._is_name(stem) or self._is_given(words, at)
            if named:
                yield at
            yield from (i for i in _known_from(words, at) if words[i][2] not in _SMALL)


@cache
def _said_of_people() -> frozenset[str]:
    words = person_words()
    return frozenset((*words.titles, *words.bodies, *words.days, *words.particles))


def _singular(word: str) -> str:
    """Cut a plural to its singular, roughly."""
    return word.removesuffix("s")


def _known_from(words: list[tuple[int, int, str]], at: int) -> range:
    """Give the words of a country's or a party's name that begins here."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        name = " ".join(re.sub(r"['’]s$", "", word) for _, _, word in words[at : at + size])
        known = known_names().get(name.split(" ", maxsplit=1)[0], ())
        many = size > 1 and any(alias.folded == name for alias in known)
        if many or country_named(name.title()) or (size > 1 and capital_country(name.title())):
            return range(at, at + size)
    return range(0)


def _beside_number(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"\d\s+$", text[max(0, start - 4) : start])) or bool(
        re.match(r"\s+\d", text[end : end + 3])
    )


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= _FEWEST and sum(map(str.isupper, letters)) > _CAPITALS * len(letters)


def _lowered(text: str) -> str:
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _upper(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter
