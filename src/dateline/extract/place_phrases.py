"""Phrases around a place: "20 km south of X", "off X", "between A and B", "X airport"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from dateline.extract.parse import Parse
from dateline.extract.place_name import Name
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.lookup import Gazetteer
from dateline.knowledge.gazetteer.name_words import name_words

_KILOMETRES = {
    "km": 1.0, "kms": 1.0, "kilometre": 1.0, "kilometres": 1.0, "kilometer": 1.0, "kilometers": 1.0,
    "mile": 1.609, "miles": 1.609, "mi": 1.609, "nm": 1.852, "nmi": 1.852, "metres": 0.001,
    "meters": 0.001, "yards": 0.001,
}  # fmt: skip
_NAUTICAL = frozenset(["nautical", "nm", "nmi"])
_DEGREE = 111.2
_MARK = re.compile(r"[\d.,]+")
_COASTS = (
    ["coast", "of"],
    ["coasts", "of"],
    ["coastline", "of"],
    ["shore", "of"],
    ["waters", "off"],
)
_DOWNTOWN = frozenset(["downtown", "central", "inner"])
_REACH = 9  # tokens before a name that a phrase may take up


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase around one or two names: where it points and how exactly."""

    first: int
    end: int
    lat: float
    lon: float
    precision: str
    rule: str
    entry: Entry
    country: str | None


class PhraseFinder:
    """Finds the phrases around the resolved names of one text."""

    def __init__(self, parse: Parse, gazetteer: Gazetteer) -> None:
        """Keep the text and the word lists."""
        self._parse = parse
        self._gazetteer = gazetteer
        self._words = name_words()

    def phrases(self, names: Sequence[Name]) -> Iterator[Phrase]:
        """Yield the phrases, each name's at most one in front and one behind."""
        for at, name in enumerate(names):
            if name.chosen is not None and name.role == "demonym":
                yield from self._ground(name, name.chosen)
            if name.chosen is None or name.role not in {"place", "metonym"}:
                continue
            after = names[at + 1] if at + 1 < len(names) else None
            pair = self._pair(name, after)
            front = None if pair else self._front(name)
            behind = self._site(name)
            yield from (p for p in (pair, front, behind) if p is not None)

    # -- peoples

    def _ground(self, name: Name, entry: Entry) -> Iterator[Phrase]:
        """Read "Belarusian airspace" and "the Somali coast"."""
        nouns = self._parse.lowers[name.end : name.end + 1]
        precision = self._words.ground.get(nouns[0]) if nouns else None
        if precision:
            point = (entry.lat, entry.lon)
            yield Phrase(
                name.first, name.end + 1, *point, precision, "ground", entry, entry.country
            )

    # -- two names

    def _pair(self, name: Name, after: Name | None) -> Phrase | None:
        if after is None or after.chosen is None or after.first - name.end > 3:  # noqa: PLR2004
            return None
        lowers = self._parse.lowers
        gap = lowers[name.level_end or name.end : after.first]
        if lowers[name.first - 1 : name.first] == ["between"] and "and" in gap:
            return self._midway(name.first - 1, after.end, name, after, "between")
        dash = len(gap) == 1 and gap[0] in {"-", "–", "—"}
        following = lowers[after.end : after.end + 1]
        if (dash or gap == ["to"]) and following and following[0] in self._words.roads:
            return self._midway(name.first, after.end + 1, name, after, "road")
        return None

    def _midway(self, first: int, end: int, one: Name, two: Name, rule: str) -> Phrase | None:
        a, b = one.chosen, two.chosen
        if a is None or b is None or a.precision in {"country", "region"}:
            return None
        lat, lon = round((a.lat + b.lat) / 2, 4), round((a.lon + b.lon) / 2, 4)
        precision = a.precision if a.precision in {"sea", "admin1", "admin2"} else "settlement"
        return Phrase(first, end, lat, lon, precision, rule, a, a.country)

    # -- in front

    def _front(self, name: Name) -> Phrase | None:
        i = name.first - 1
        lowers = self._parse.lowers
        if i >= 0 and lowers[i] in self._words.compass and lowers[i].endswith("ern"):
            return self._side(name, i)
        if i >= 0 and lowers[i] in _DOWNTOWN:
            return self._quarter(name, i)
        return self._prepositional(name, i)

    def _prepositional(self, name: Name, i: int) -> Phrase | None:
        """Read the preposition in front, past "the town of" and the like."""
        lowers, lead = self._parse.lowers, self._words.lead
        while i >= 0 and name.first - i < _REACH and lowers[i] in lead and lowers[i] != "of":
            i -= 1
        word = lowers[i] if i >= 0 else ""
        if word == "off" or lowers[max(0, i - 1) : i + 1] in _COASTS:
            return self._off(name, i)
        if word in {"of", "from"}:
            return self._offset(name, i) or self._outskirts(name, i)
        return self._beside(name, i, "near") if word in {"near", "outside", "around"} else None

    def _side(self, name: Name, i: int) -> Phrase | None:
        entry = name.chosen
        if entry is None:
            return None
        bearing = self._words.compass[self._parse.lowers[i]]
        if entry.precision == "settlement":
            return self._quarter(name, i)
        if entry.precision != "country":
            end = name.level_end or name.end
            return Phrase(
                i, end, entry.lat, entry.lon, entry.precision, "side", entry, entry.country
            )
        point = self._gazetteer.side(entry.country, bearing) or (entry.lat, entry.lon)
        return Phrase(i, name.end, *point, "admin1", "side", entry, entry.country)

    def _quarter(self, name: Name, i: int) -> Phrase | None:
        entry = name.chosen
        if entry is None or entry.precision in {"sea", "site"}:
            return None
        if entry.precision == "country":
            point = self._gazetteer.side(entry.country, -1.0) or (entry.lat, entry.lon)
            return Phrase(i, name.end, *point, "admin1", "side", entry, entry.country)
        precision = "site" if entry.precision == "settlement" else entry.precision
        return Phrase(i, name.end, entry.lat, entry.lon, precision, "quarter", entry, entry.country)

    def _off(self, name: Name, i: int) -> Phrase | None:
        entry = name.chosen
        if entry is None:
            return None
        start = self._start_of_coast(i)
        point = self._moved(entry, start)
        first = point[2] if point else start
        lat, lon = (point[0], point[1]) if point else (entry.lat, entry.lon)
        return Phrase(first, name.end, lat, lon, "sea", "off", entry, entry.country)

    def _start_of_coast(self, i: int) -> int:
        lowers = self._parse.lowers
        while (
            i > 0
            and lowers[i] != "off"
            and lowers[i - 1] in {"the", "coast", "off", "coasts", "from"}
        ):
            i -= 1
        return i

    def _moved(self, entry: Entry, i: int) -> tuple[float, float, int] | None:
        """Read "57 km" right before "off X"; without a bearing the point stays."""
        first, kilometres, _ = self._distance(i)
        return (entry.lat, entry.lon, first) if kilometres else None

    def _offset(self, name: Name, i: int) -> Phrase | None:
        """Read "20 km (12 miles) south of X" and "south of X"; ``i`` is at the preposition."""
        entry = name.chosen
        compass, j = self._bearing(i)
        first, kilometres, nautical = self._distance(j)
        if entry is None or (compass is None and not kilometres):
            return None
        lat, lon = entry.lat, entry.lon
        if compass is not None:
            lat, lon = _shifted(entry, compass, kilometres or _default(entry))
        precision = "sea" if nautical or entry.precision == "sea" else "settlement"
        if entry.precision in {"country", "admin1", "region"} and not kilometres:
            precision = "admin1"
        return Phrase(first, name.end, lat, lon, precision, "offset", entry, entry.country)

    def _bearing(self, i: int) -> tuple[float | None, int]:
        lowers, compass = self._parse.lowers, self._words.compass
        j = i - 1
        if j >= 1 and lowers[j] in {"coast", "edge", "side", "direction"}:
            j -= 1
        for size in (3, 1):  # "south - west" is three tokens where the hyphen is cut
            word = "".join(lowers[j - size + 1 : j + 1]) if j - size + 1 >= 0 else ""
            if compass.get(word, -1.0) >= 0:
                start = j - size + 1
                return compass[word], start - (lowers[start - 1 : start] == ["the"])
        return None, i

    def _distance(self, j: int) -> tuple[int, float | None, bool]:
        """Read a distance that ends right before token ``j``: its start, kilometres, nautical."""
        lowers = self._parse.lowers
        k = j - 1
        while k > 0 and lowers[k] in {
            "to",
            "the",
            "further",
            "farther",
            ")",
            "away",
            "just",
            "south",
        }:
            if lowers[k] == ")":
                k = next((o for o in range(k, max(0, k - _REACH), -1) if lowers[o] == "("), k)
            k -= 1
        if k < 1 or lowers[k] not in _KILOMETRES:
            return j, None, False
        nautical = lowers[k] in _NAUTICAL or lowers[k - 1] in _NAUTICAL
        factor = 1.852 if nautical else _KILOMETRES[lowers[k]]
        k -= 2 if lowers[k - 1] in _NAUTICAL else 1
        number = _MARK.fullmatch(lowers[k])
        if not number:
            return j, None, False
        value = float(lowers[k].replace(",", "").rstrip(".") or 0)
        return k, value * factor, nautical

    def _outskirts(self, name: Name, i: int) -> Phrase | None:
        lowers = self._parse.lowers
        words = {"outskirts", "edge", "suburbs", "outskirt", "vicinity", "environs", "suburb"}
        if lowers[i - 1] in words:
            return self._beside(name, i - 1, "outskirts")
        centre = {
            "centre",
            "center",
            "heart",
            "middle",
            "north",
            "south",
            "parts",
            "part",
            "streets",
        }
        if lowers[i - 1] in centre and name.chosen and name.chosen.precision == "settlement":
            return self._quarter(name, i - 1)
        return None

    def _beside(self, name: Name, i: int, rule: str) -> Phrase | None:
        entry = name.chosen
        if entry is None or entry.precision in {"country", "region", "sea", "admin1"}:
            return None
        first, kilometres, _ = self._distance(i)
        first = first if kilometres else i
        precision = "site" if rule == "outskirts" else "settlement"
        return Phrase(first, name.end, entry.lat, entry.lon, precision, rule, entry, entry.country)

    # -- behind

    def _site(self, name: Name) -> Phrase | None:
        entry = name.chosen
        lowers, size = self._parse.lowers, len(self._parse)
        if entry is None or entry.precision in {"country", "region", "sea", "admin1"}:
            return None
        j = name.end
        if j < size and lowers[j] in {"'s", "’s"}:
            j += 1
        while (
            j < size
            and lowers[j] in self._words.site_adjectives
            and lowers[j] not in self._words.site
        ):
            j += 1
        for length in (3, 2, 1):
            if " ".join(lowers[j : j + length]) in self._words.site:
                return Phrase(
                    name.first,
                    j + length,
                    entry.lat,
                    entry.lon,
                    "site",
                    "site",
                    entry,
                    entry.country,
                )
        return None


def _default(entry: Entry) -> float:
    """Guess how far "south of X" is from X, in kilometres."""
    return {"country": 150.0, "region": 100.0, "admin1": 60.0, "sea": 60.0}.get(
        entry.precision, 8.0
    )


def _shifted(entry: Entry, bearing: float, kilometres: float) -> tuple[float, float]:
    lat = entry.lat + kilometres * cos(radians(bearing)) / _DEGREE
    lon = entry.lon + kilometres * sin(radians(bearing)) / (_DEGREE * cos(radians(entry.lat)))
    return round(lat, 4), round(lon, 4)
