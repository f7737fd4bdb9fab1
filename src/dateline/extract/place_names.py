"""Which capitalised words of a text are names of places, and in what part they stand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.extract.parse import Parse
from dateline.extract.place_datelines import dateline_ends
from dateline.extract.place_evidence import Evidence
from dateline.extract.place_name import Name
from dateline.extract.place_text import ARTICLES, PlaceText
from dateline.knowledge.gazetteer.countries import country_named, demonym_country, metonym_country
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.lookup import Gazetteer
from dateline.knowledge.gazetteer.name_words import unit_abbreviations
from dateline.knowledge.gazetteer.regions import demonym_region

_LONGEST = 7  # tokens of "Republic of the Congo", "Port-au-Prince", "Deir ez-Zor"
_LINKS = frozenset(
    """- – al el ad ar as ash at az an de del la le du da do dos des of the e ez ul sur les en au
    aux y bin upon on and i di san ’s 's ' es kwa wa ibn abu umm ed er esh ech am im der na nad den
    het ob""".split()
)
_OPENERS = frozenset(
    """the a an as at in on our for from of and near around outside across between but with by to
    over off after before inside like unlike while""".split()
)
_BARE_ARTICLES = frozenset(["al", "el", "ain", "umm", "beit"])  # "al Bab"; but not "as Bab"
_SHORT_FORM = 5  # letters of "Calif."; shorter ones need a comma in front or two stops in them

# Bars of evidence; set on LGL, GeoVirus and the training reports.
_ENOUGH = 1.5
_SURE = 2.5
_SAME_NAME = 1.0  # more evidence for a name that is surely a place elsewhere in the report
_SPOKEN_OF = 1.5  # ... for a place in a country that the report speaks of
_LISTED = 2.0  # ... beside a sure place in a list
_COUNTIES = frozenset(["county", "parish"])  # never part of an office: "X County Sheriff"
_LISTING = frozenset([",", "and", "or", "the", "&", "/", "nearby"])
_LIST_GAP = 3
_AT_PLACE = 2.0  # "in", "at", "village of" in front
_UNKNOWN = 3.0
_UNKNOWN_ABROAD = 1.9
_SPOKEN_SHARE = 0.12
_SPOKEN_TIMES = 2
_SPEAKING = frozenset(["place", "demonym", "metonym", "dateline"])
# Countries of which the gazetteer has nearly every place: an unknown name there is seldom one.
_DEEP = frozenset(
    """USA GBR CAN AUS NZL IRL DEU FRA ITA ESP NLD BEL CHE AUT DNK NOR SWE FIN JPN""".split()
)


def find_names(parse: Parse, gazetteer: Gazetteer) -> list[Name]:
    """List the names of places, demonyms and seats of power in the order of the text."""
    text = PlaceText(parse, gazetteer)
    found = list(NameScan(text).names())
    spoken = _spoken_countries(found)
    _add_evidence(text, found, spoken)
    unknown = _UNKNOWN if not spoken or spoken & _DEEP else _UNKNOWN_ABROAD
    bars = ((n, _ENOUGH if n.entries else unknown) for n in found)
    kept = [n for n, bar in bars if n.role != "place" or n.evidence >= bar]
    _mark_datelines(parse, kept)
    return kept


class NameScan:
    """Walks through one text and takes the longest name at each word."""

    def __init__(self, text: PlaceText) -> None:
        """Keep the text and what weighs its names."""
        self._text = text
        self._parse = text.parse
        self._evidence = Evidence(text)
        self._short = unit_abbreviations()

    def names(self) -> Iterator[Name]:
        """Yield every name that may be one of a place, with its evidence."""
        end = 0
        for i in range(len(self._parse)):
            name = self._name_at(i) if i >= end and self._may_begin(i) else None
            if name is not None:
                yield name
                end = name.end

    def _may_begin(self, i: int) -> bool:
        lower = self._parse.lowers[i]
        if self._text.capital[i]:
            return lower not in _OPENERS
        if lower not in ARTICLES:
            return False
        after = self._text.lower(i + 1)
        return after == "-" or (lower in _BARE_ARTICLES and self._text.is_capital(i + 1))

    def _name_at(self, i: int) -> Name | None:
        short = self._abbreviation(i)
        if short:
            return short
        demonym = self._demonym(i)
        for end in self._ends(i):
            if (demonym and end <= demonym.end) or self._part_of_office(i, end):
                continue
            found = self._known(i, end)
            if found:
                return found if found.evidence > -_ENOUGH or end > i + 1 else None
        return demonym or self._unknown(i)

    def _known(self, first: int, end: int) -> Name | None:
        words = self._parse.words_of(first, end)
        seat = self._text.gazetteer.country_entry(metonym_country(words) or "")
        if seat:
            return Name(first, end, words, (seat,), 3.0, "metonym", rule="seat")
        entries = self._text.entries(words)
        if not entries:
            return None
        name = Name(first, end, words, entries)
        self._evidence.settle(name)
        return (self._longer(name) if name.role == "place" else None) or name

    def _ends(self, i: int) -> list[int]:
        """List where a name that begins here may end, the longest first."""
        words, capital, ends = self._parse.words, self._text.capital, []
        for j in range(i, min(i + _LONGEST, len(words))):
            if capital[j] or (j > i and words[j].isdigit()):
                ends.append(j + 1)
            elif words[j].lower() not in _LINKS or not self._text.tight(j):
                break
        return ends[::-1]

    def _part_of_office(self, first: int, end: int) -> bool:
        """Tell whether the last word belongs to what follows ("Dublin City | Council")."""
        words, last, after = self._text.words, self._text.lower(end - 1), self._text.lower(end)
        if end - first == 1:
            return last in words.organization and last not in words.settlement
        if last in _COUNTIES or (last not in self._text.levels and last not in words.settlement):
            return False
        return after == "of" or after in words.organization

    def _abbreviation(self, i: int) -> Name | None:
        """Read a state in its short form: "Calif." anywhere, "LA" only behind a comma."""
        word = self._parse.words[i]
        code = self._short.get(word)
        if code is None:
            return None
        behind_comma = self._text.lower(i - 1) == "," and self._text.is_capital(i - 2)
        plain = "." in word and (word.count(".") > 1 or len(word) >= _SHORT_FORM)
        entry = self._text.gazetteer.unit(*code.split(".")) if behind_comma or plain else None
        return Name(i, i + 1, word, (entry,), evidence=4.0) if entry else None

    def _demonym(self, i: int) -> Name | None:
        for end in (i + 2, i + 1):
            if not self._text.is_capital(end - 1):
                continue
            words = self._parse.words_of(i, end)
            if country_named(words):
                return None
            entry = self._people(words)
            if entry:
                return Name(i, end, words, (entry,), evidence=3.0, role="demonym", rule="demonym")
        return None

    def _people(self, words: str) -> Entry | None:
        country = demonym_country(words)
        if country:
            return self._text.gazetteer.country_entry(country)
        region = demonym_region(words)
        return next(iter(self._text.gazetteer.candidates(region.name)), None) if region else None

    def _longer(self, name: Name) -> Name | None:
        """Take "Kouri Bougoudi" for a name of its own where the gazetteer has Kouri alone."""
        end = self._text.run_end(name.first)
        if end <= name.end or name.rule == "extended" or name.level:
            return None
        if self._evidence.before(name) < _AT_PLACE or self._says_more(name.end, end):
            return None
        return self._unknown(name.first)

    def _says_more(self, first: int, end: int) -> bool:
        """Tell whether the words behind a name are known by themselves."""
        words, lowers = self._text.words, self._parse.lowers[first:end]
        known = (words.organization, words.site, words.settlement, self._text.levels)
        if any(lower in group for lower in lowers for group in known):
            return True
        rest = self._parse.words_of(first, end)
        return bool(self._text.entries(rest) or self._people(self._parse.words[first]))

    def _unknown(self, i: int) -> Name | None:
        """Take a name without an entry for a place where the words around it say so."""
        end = self._text.run_end(i)
        if end == i or not self._text.is_noun_name(end - 1):
            return None
        name = Name(i, end, self._parse.words_of(i, end), (), rule="unknown")
        self._evidence.settle_unknown(name)
        if name.evidence < 0.0 or self._evidence.inside(name) or not self._sound(name):
            return None
        return name

    def _sound(self, name: Name) -> bool:
        """Refuse acronyms, numbers, months and heads of offices as names of unknown places."""
        words, lowers = self._text.words, self._parse.lowers[name.first : name.end]
        if lowers[-1] in words.organization or any(w in words.not_places for w in lowers):
            return False
        return not self._text.is_acronym(name.text) and not any(c.isdigit() for c in name.text)


def _add_evidence(text: PlaceText, found: Sequence[Name], spoken: frozenset[str]) -> None:
    sure = {n.text for n in found if n.evidence >= _SURE and n.role == "place"}
    places = [(at, name) for at, name in enumerate(found) if name.role == "place"]
    for _, name in places:
        name.evidence += _SAME_NAME if name.text in sure else 0.0
        if any(e.country in spoken for e in name.entries):
            name.evidence += _SPOKEN_OF
    for at, name in places:
        if _listed(text.parse, found, at):
            name.evidence += _LISTED
    for (_, one), (_, two) in pairwise(places):
        if two.level and one.level is None and _shares_level(text.parse, one, two):
            one.level = two.level


def _shares_level(parse: Parse, one: Name, two: Name) -> bool:
    """Tell whether a word of level stands for both names: "X and Y districts"."""
    last = parse.lowers[two.level_end - 1] if two.level_end else ""
    gap = parse.lowers[one.end : two.first]
    return last.endswith("s") and 0 < len(gap) <= _LIST_GAP and all(w in _LISTING for w in gap)


def _listed(parse: Parse, found: Sequence[Name], at: int) -> bool:
    """Tell whether a sure place stands beside the name in a list: "X, Y and Z"."""
    name = found[at]
    for other in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2]):
        one, two = (other, name) if other.first < name.first else (name, other)
        gap = parse.lowers[one.level_end or one.end : two.first]
        sure = other.role == "place" and other.evidence >= _ENOUGH
        if sure and 0 < len(gap) <= _LIST_GAP and all(w in _LISTING for w in gap):
            return True
    return False


def _spoken_countries(found: Sequence[Name]) -> frozenset[str]:
    """List the countries that have a good share of the report's surest names."""
    sure = (n for n in found if n.evidence >= _SURE and n.entries and n.role in _SPEAKING)
    votes: Counter[str | None] = Counter()
    for name in sure:
        votes[name.entries[0].country] += 2 if name.entries[0].kind == "country" else 1
    bar = max(_SPOKEN_TIMES, sum(votes.values()) * _SPOKEN_SHARE)
    return frozenset(c for c, n in votes.items() if c and n >= bar)


def _mark_datelines(parse: Parse, names: Sequence[Name]) -> None:
    """Mark the places that tell where the report was filed, not where something happened."""
    spans = dateline_ends(parse.text) if names else []
    for name in names:
        start = parse.starts[name.first]
        if name.role == "place" and any(a <= start < b for a, b in spans):
            name.role = "dateline"
