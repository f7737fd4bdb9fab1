"""Noun phrases word for word: what sort of thing they name, and how they read."""

from functools import cached_property

from benchmarks.quality.deed_words import load_deeds
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.knowledge.actors import known_names
from dateline.knowledge.actors.nouns import nouns
from dateline.knowledge.gazetteer.countries import country_named, demonym_country
from dateline.knowledge.persons import person_words

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: str(number) for number, word in enumerate(_UNITS)}
_NEITHER = "area"
_SORTS = {"person": "person", "people": "person", "body": "body", "thing": "thing"}
_LONGEST = 5  # words of a personal name
_FULLEST = 12  # words of a phrase with all that is said of it
_STOPS = frozenset({",", "--", ";", ":", "(", '"'})
_BEFORE = frozenset({"compound", "amod", "nmod"})
_OPENING = frozenset({"IN", "VBG", "VBN", "VBD", "RB"})  # capitals only as a sentence opens
_ARMED = frozenset({"REB", "CRM"})


class Phrases:
    """The noun phrases of one report."""

    def __init__(self, reading: Reading) -> None:
        """Learn who is named."""
        self.parse: Parse = reading.parse
        self.persons = {
            i: (e.first, e.end)
            for e in reading.parse.entities
            if e.label == "PERSON"
            for i in range(e.first, e.end)
        }
        self.places = reading.place_tokens

    def sort_of(self, token: int) -> str | None:
        """Tell whether a noun names a person, a body, a thing or means; None for all else."""
        parse = self.parse
        if not parse.tags[token].startswith("NN"):
            return None
        if token in self.persons:
            return "person"
        if parse.lowers[token] in person_words().days or country_named(self.words(token)):
            return None
        sort = self._noun_sort(parse.lowers[token]) or self._noun_sort(parse.lemmas[token])
        return sort or self._name_sort(token)

    def _noun_sort(self, lemma: str) -> str | None:
        words = load_deeds()
        lists = (("means", words.means), ("thing", words.things), ("person", words.persons))
        listed = next((sort for sort, known in lists if lemma in known), None)
        noun = nouns().get(lemma)
        return listed or (_SORTS.get(noun.nature, _NEITHER) if noun else None)

    def _name_sort(self, token: int) -> str | None:
        word = self.parse.words[token]
        if self.known(token):
            return "body"
        if self.parse.tags[token] == "NNPS" and demonym_country(self.parse.lowers[token]):
            return "person"
        proper = self.parse.tags[token].startswith("NNP") and _is_cased(word)
        if not proper or token in self.places:
            return None
        return "body" if self.parse.lowers[token] in person_words().bodies else "person"

    def is_explosive(self, token: int) -> bool:
        """Tell whether a noun names an explosive, or a part of one: "dynamite sticks"."""
        a, b = self.span(token)
        return not load_deeds().explosives.isdisjoint(self.parse.lemmas[a:b])

    def known(self, token: int) -> bool:
        """Tell whether a known party's name ends here."""
        a, b = self.span(token)
        text = self.parse.words_of(a, b).lower()
        return any(
            alias.folded == text and not alias.surname
            for alias in known_names().get(text.split(" ")[0], ())
        )

    def span(self, token: int) -> tuple[int, int]:
        """Give the words of a phrase up to its head, without article and number."""
        parse, first = self.parse, token
        if token in self.persons:
            return self.persons[token]
        for child in sorted(parse.children[token], reverse=True):
            if child > token or parse.deps[child] not in _BEFORE:
                continue
            if parse.edges[child][1] == first:
                first = parse.edges[child][0]
        while first < token and (
            parse.tags[first] in {"DT", "CD", "PRP$", "PDT"}
            or parse.words[first] in {'"', "-", "--"}
            or parse.lowers[first] in load_deeds().idle
        ):
            first += 1
        return first, token + 1

    def is_name(self, token: int) -> bool:
        """Tell whether a word is part of a proper name of a human being."""
        return token in self.persons or token in self._proper

    @cached_property
    def _proper(self) -> frozenset[int]:
        """The words in capitals that name no body, people or day; the first of a sentence too."""
        parse = self.parse
        fit = [i for i in range(len(parse)) if self._may_name(i)]
        inner = {
            i for i in fit if i and (parse.words[i - 1][0].isalnum() or parse.words[i - 1] == ",")
        }
        words = {parse.words[i] for i in inner}
        return frozenset(i for i in fit if i in inner or parse.words[i] in words)

    def _may_name(self, token: int) -> bool:
        parse, lower = self.parse, self.parse.lowers[token]
        if not parse.tags[token].startswith("NNP") or not _is_cased(parse.words[token]):
            return False
        lists = person_words()
        other = lower in lists.bodies or lower in lists.days or demonym_country(lower) is not None
        return not other and not self.known(token)

    def name(self, token: int) -> str | None:
        """Give the personal name that a phrase has at its head or beside it."""
        parse = self.parse
        beside = [c for c in parse.children[token] if parse.deps[c] == "appos"]
        for head in (token, *beside):
            if self.is_name(head) and (head in self.persons or head not in self.places):
                return self._fullest(self._run(head))
        return None

    def _fullest(self, name: str) -> str:
        """Give the longest name of the report that ends or holds a shorter one."""
        runs = (run for run in self.runs if f" {name} ".lower() in f" {run} ".lower())
        return max(runs, key=len, default=name)

    @cached_property
    def runs(self) -> list[str]:
        """List the personal names of the report."""
        tokens = (t for t in range(len(self.parse)) if self.is_name(t) and t not in self.places)
        found = dict.fromkeys(self._run(t) for t in tokens)
        return [name for name in found if 1 < len(name.split()) <= _LONGEST]

    def _run(self, token: int) -> str:
        words, first, end = self.parse.words, token, token + 1
        while first > 0 and self._joins(first - 1):
            first -= 1
        while end < len(words) and self._goes_on(end):
            end += 1
        while first < token and not (
            words[first][0].isupper() or words[first] in load_deeds().given
        ):
            first += 1
        while first < end - 1 and self._is_said_of(first):
            first += 1
        return self.parse.words_of(first, end)

    def _goes_on(self, token: int) -> bool:
        """Tell whether a name goes on; behind a given name its next may have lost its capital."""
        parse, word = self.parse, self.parse.words[token]
        if word[0].isupper():
            return self._joins(token)
        lost = word.isalpha() and parse.tags[token] == "NNP"
        return lost and parse.lowers[token - 1] in load_deeds().given

    def _is_said_of(self, token: int) -> bool:
        """Tell whether a word is no part of a name: "Monsignor X", "Reporters X", "Following X"."""
        parse, lower = self.parse, self.parse.lowers[token]
        opens = token == parse.sents[parse.sent_of[token]][0]
        if lower in load_deeds().styled or (opens and parse.tags[token] in _OPENING):
            return True
        if demonym_country(lower) and lower not in load_deeds().given:
            return True
        forms = {lower, parse.lemmas[token].lower(), lower.removesuffix("s")}
        return not nouns().keys().isdisjoint(forms)

    def _joins(self, i: int) -> bool:
        word = self.parse.words[i]
        if not word[0].isalpha() or "." in word[:-1]:
            return False
        titled = self.parse.lowers[i].rstrip(".") in person_words().titles
        proper = word[0].isupper() and not (word.isupper() and len(word) > 1 and word[-1] != ".")
        lower = self.parse.lowers[i]
        return not titled and (proper or lower in load_deeds().given | {"de", "la", "del", "y"})

    def description(self, token: int) -> str | None:
        """Give what a person is said to be: "the minister, ..." or "... , a student"."""
        if not self.is_name(token):
            return self.words(token)
        parse = self.parse
        before = [
            c
            for c in parse.children[token]
            if parse.deps[c] in {"compound", "nmod"} and c < token and self._is_common(c)
        ]
        if before:
            return parse.words_of(*self.span(max(before)))
        beside = [c for c in parse.children[token] if parse.deps[c] == "appos"]
        named = next(
            (c for c in beside if not self.is_name(c) and parse.tags[c].startswith("NN")), None
        )
        return self.words(named) if named is not None else None

    def said_beside(self, token: int) -> list[str]:
        """Give in full the phrases that stand before or behind a name for what somebody is."""
        parse = self.parse
        said = (c for c in parse.children[token] if parse.deps[c] in {"compound", "nmod", "appos"})
        return [
            self.in_full(c) for c in said if parse.tags[c].startswith("NN") and not self.is_name(c)
        ]

    def _is_common(self, token: int) -> bool:
        word = self.parse.words[token]
        return word.islower() and word not in load_deeds().given

    def is_spared(self, token: int) -> bool:
        """Tell whether a thing is of an armed side, or only ground."""
        a, b = self.span(token)
        armed = not load_deeds().armed.isdisjoint(self.parse.lemmas[a:b])
        return armed or self.parse.lemmas[token] in load_deeds().grounds

    def role_of(self, token: int) -> str:
        """Give the role that the noun alone says of a party."""
        lemma = self.parse.lemmas[token]
        noun = nouns().get(lemma)
        return noun.role if noun else "UNK"

    def number(self, token: int) -> str | None:
        """Give the number that a noun is counted by, in figures."""
        parse = self.parse
        counts = (parse.lowers[c] for c in parse.children[token] if parse.deps[c] == "nummod")
        word = next(counts, "")
        return word if word.isdigit() else _NUMBERS.get(word)

    def parties(self, first: int, end: int) -> list[tuple[int, int]]:
        """List the armed groups that are named in a range of tokens."""
        out, at = [], first
        while at < end:
            size = self._party_at(at, end)
            if size:
                out.append((at, at + size))
            at += size or 1
        return out

    def band(self, token: int) -> str | None:
        """Give the whole name of a band that no list knows: "X Liberation Front", "Army of X"."""
        parse = self.parse
        first, end = self.span(token)
        if not self._is_written_large(token) or parse.lemmas[token] not in load_deeds().bands:
            return None
        if parse.lowers[end : end + 1] == ["of"] and self._is_written_large(end + 1):
            end += 2
            while self._is_written_large(end):
                end += 1
        while first < token and not self._is_written_large(first):
            first += 1
        large = sum(self._is_written_large(i) for i in range(first, end))
        return parse.words_of(first, end) if large > 1 else None

    def _is_written_large(self, token: int) -> bool:
        if token >= len(self.parse):
            return False
        return self.parse.words[token][0].isupper() and self.parse.words[token][0].isalpha()

    def party_name(self, written: str) -> str:
        """Give the one name of a known party that is written in any way."""
        text = written.lower()
        aliases = (a for a in known_names().get(text.split(" ")[0], ()) if a.folded == text)
        found = next(aliases, None)
        return found.bearers[0].name if found else text

    def _party_at(self, at: int, end: int) -> int:
        parse = self.parse
        for alias in known_names().get(parse.lowers[at], ()):
            size = len(alias.folded.split(" "))
            fits = at + size <= end and " ".join(parse.lowers[at : at + size]) == alias.folded
            armed = any(b.role in _ARMED and b.kind != "leaders" for b in alias.bearers)
            if fits and armed and (size > 1 or parse.words[at] == alias.written):
                return size
        return 0

    def doer(self, token: int) -> str:
        """Give who did it: "members of the X" whole, "a group of X" as X, "men wearing Y" too."""
        parse, (first, end) = self.parse, self.span(token)
        for child in parse.children[token]:
            if child > token and parse.lemmas[child] in load_deeds().worn:
                return parse.words_of(first, parse.edges[child][1]).rstrip(" .,;:")
        whose = self._of_what(token)
        if whose:
            return whose
        while first < token and self._says_whose(first):
            first += 1
        if first > 0 and parse.tags[first - 1] == "CD":
            first -= 1
        return parse.words_of(first, end)

    def _of_what(self, token: int) -> str | None:
        parse = self.parse
        below = (c for c in parse.children[token] if parse.lowers[c] == "of")
        for noun in (n for child in below for n in parse.children[child]):
            if parse.lemmas[token] in load_deeds().groups and self.sort_of(noun) == "person":
                return self.words(noun)
            if parse.lemmas[token] == "member":
                return parse.words_of(self.span(token)[0], noun + 1)
        return None

    def _says_whose(self, token: int) -> bool:
        """Tell whether a word before a noun names the party or the country that it is of."""
        parse = self.parse
        known = any(first <= token < end for first, end in self._parties)
        return known or demonym_country(parse.lowers[token]) is not None

    @cached_property
    def _parties(self) -> list[tuple[int, int]]:
        return self.parties(0, len(self.parse))

    def thing(self, token: int) -> str:
        """Give a thing; a seat of somebody's with its owner: "the residence of the mayor"."""
        parse, (first, end) = self.parse, self.span(token)
        if parse.lemmas[token] in load_deeds().seats or parse.lowers[token] in load_deeds().seats:
            owners = (
                noun
                for child in parse.children[token]
                if parse.lowers[child] == "of"
                for noun in parse.children[child]
            )
            end = max((noun + 1 for noun in owners), default=end)
        return parse.words_of(first, end)

    def bodies(self, token: int) -> list[str]:
        """Give the bodies that a doer belongs to: "XYZ guerrillas", "members of the X"."""
        parse, out = self.parse, []
        for child in parse.children[token]:
            word = parse.words[child]
            if parse.deps[child] in {"compound", "nmod"} and word.isupper() and len(word) > 1:
                out.append(word)
            elif parse.lowers[child] == "of":
                out += [self.words(n) for n in parse.children[child] if self._is_body(n)]
        return out

    def _is_body(self, token: int) -> bool:
        proper = self.parse.words[token][0].isupper() or self.sort_of(token) == "body"
        return proper and token not in self.places

    def words(self, token: int) -> str:
        """Give the text of a phrase."""
        return self.parse.words_of(*self.span(token))

    def in_full(self, token: int) -> str:
        """Give a phrase with article and number, and with what follows: "two men in uniform"."""
        parse, (first, _) = self.parse, self.span(token)
        if token in self.persons:
            return self.words(token)
        left, right = parse.edges[token][0], token + 1
        while first > left and parse.words[first - 1] not in _STOPS:
            first -= 1
        for child in parse.children[token]:
            if child > token and parse.deps[child] in {"prep", "acl"}:
                right = max(right, parse.edges[child][1])
        right = min(right, max(first + _FULLEST, token + 1))
        stop = (i for i in range(token + 1, right) if parse.words[i] in _STOPS)
        return parse.words_of(first, next(stop, right))


def _is_cased(word: str) -> bool:
    """Tell whether a word begins with a capital and goes on without."""
    return word[0].isupper() and not word.isupper()
