"""Which of the places that bear a name the report means: what stands beside it decides first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import zip_longest
from math import cos, exp, hypot, radians

from dateline.extract.parse import Parse
from dateline.extract.place_name import Name
from dateline.knowledge.gazetteer.admin_words import split_admin
from dateline.knowledge.gazetteer.entry import Entry, prior
from dateline.knowledge.gazetteer.folding import fold
from dateline.knowledge.gazetteer.lookup import Gazetteer
from dateline.knowledge.gazetteer.name_words import name_words, unit_abbreviations
from dateline.knowledge.gazetteer.regions import regions

# Points of likelihood, on the scale of `prior`; set on LGL and GeoVirus.
_CONTAINED = 60.0  # "Alexandria, Louisiana"
_COUNTRY = 26.0  # all other names of the report lie in this country
_UNIT = 22.0  # ... in this first-level unit
_PRESENT = 0.2  # least share of a name's vote for a unit that has a place of that name
_NEAR = 14.0  # right beside the places named before and after
_HOME = 10.0  # the paper's own country or unit
_CITY_FIRST = 8.0  # a city before the unit it gives its name to
_STRAY = 58.0  # a place less known than this, in a country the report does not speak of, is another
_SPOKEN = 0.06  # share of the votes that makes a country spoken of
_FEW = 4.0  # votes; with fewer no country is what a report is about
_MAIN = 0.25  # ... and the one the report is about
_REACH = 120.0  # kilometres at which nearness has fallen to a third
_SOFT = 7.0  # likelihood points at which a rival's share of a vote falls to a third
_NEIGHBOURS = 3
_MOST_SEEN = 4.0  # mentions of one country that count
_GAP = 5  # tokens between a place and what contains it
_DEGREE = 111.2  # kilometres
_WHOLE = ("country", "region", "sea")
_SIDED = ("admin1", "region", "country", "sea")
_UNITS = ("admin1", "admin2", "region")
_CONTAINERS = ("country", "admin1", "admin2", "region")
_OWN_CITY_ONLY = ("USA", "CAN", "AUS")  # "Oklahoma" is the state, "Hama" the city
_LINKS = frozenset([",", "in", "of", "'s", "’s", "(", "the", "on", "'", "northern", "southern",
                    "eastern", "western", "northeastern", "northwestern", "southeastern",
                    "southwestern", "central", "a", "city", "town", "village"])  # fmt: skip

_Unit = tuple[str | None, str]


class Resolver:
    """Chooses an entry for each name of one report."""

    def __init__(self, parse: Parse, gazetteer: Gazetteer, home: Sequence[str] = ()) -> None:
        """``home`` holds alpha-3 codes, or codes of units such as "USA.LA"."""
        self._parse = parse
        self._gazetteer = gazetteer
        self._home = frozenset(home)
        self._compass = name_words().compass
        self._priors: dict[str, list[float]] = {}

    def resolve(self, names: Sequence[Name]) -> None:
        """Set what each name means."""
        known = [n for n in names if n.entries]
        for name in known:
            self._narrow(name)
        bonus = self._containers(known)
        for name in known:
            name.chosen = self._best(name, bonus, None, ())
        for _ in range(2):
            votes = _Votes(known, self._shares)
            chosen = [n.chosen for n in known]
            for at, name in enumerate(known):
                beside = _beside(chosen, at)
                name.chosen = self._best(name, bonus, votes, beside)
        votes = _Votes(known, self._shares)
        for name in known:
            if id(name) not in bonus and self._stray(name, votes):
                name.entries, name.chosen, name.rule = (), None, "unknown"

    def _stray(self, name: Name, votes: "_Votes") -> bool:
        """Tell whether the gazetteer knows only far namesakes of the place that is meant."""
        entry = name.chosen
        if entry is None or entry.kind not in {"settlement", "admin2"} or name.role == "inside":
            return False
        at = name.entries.index(entry)
        if self._likelihoods(name)[at] >= _STRAY:
            return False
        return votes.share(name, entry.country) < _SPOKEN and votes.main(name) >= _MAIN

    # -- a name by itself

    def _narrow(self, name: Name) -> None:
        """Keep the entries of the level that a word beside the name tells."""
        if name.level is None and self._sided(name):
            units = tuple(e for e in name.entries if e.precision in _SIDED)
            name.entries = units or name.entries
        elif name.level:
            fit = [e for e in name.entries if name.level in {e.kind, e.precision}]
            if not fit:
                fit = [e for e in name.entries if e.precision in _UNITS]
            name.entries = tuple(fit) or name.entries

    def _sided(self, name: Name) -> bool:
        before = self._parse.lowers[name.first - 1] if name.first else ""
        return before.endswith("ern") and before in self._compass

    def _likelihoods(self, name: Name) -> list[float]:
        cached = self._priors.get(name.text + (name.level or ""))
        if cached is None or len(cached) != len(name.entries):
            key, _ = split_admin(fold(name.text).removeprefix("the "))
            cached = [prior(e, key) for e in name.entries]
            self._lift_cities(name, key, cached)
            self._priors[name.text + (name.level or "")] = cached
        return cached

    def _lift_cities(self, name: Name, key: str, likely: list[float]) -> None:
        """Let a city come before the unit it gives its name to, unless a word tells the unit."""
        if name.level or key in _unit_names():
            return
        for i, city in enumerate(name.entries):
            if city.kind != "settlement":
                continue
            if city.country in _OWN_CITY_ONLY and fold(city.name) not in {key, f"{key} city"}:
                continue
            for j, unit in enumerate(name.entries):
                if unit.kind == "admin1" and _same_unit(unit, city):
                    likely[i] = max(likely[i], likely[j] + _CITY_FIRST)

    # -- a name and its neighbours

    def _containers(self, names: Sequence[Name]) -> dict[int, tuple[Entry, ...]]:
        out: dict[int, tuple[Entry, ...]] = {}
        for name, after in zip_longest(names, names[1:]):
            short = self._abbreviation(name)
            if short:
                out[id(name)] = (short,)
            elif after is not None and self._linked(name, after):
                out[id(name)] = self._units(after, self._parse.lowers[name.level_end or name.end])
            if after is not None and self._possessive(name, after):
                out.setdefault(id(after), name.entries)
        return out

    def _units(self, after: Name, link: str) -> tuple[Entry, ...]:
        """Pick what may contain: behind a comma a settlement is the next of a list."""
        if link in {",", "("} and after.level is None:
            return tuple(e for e in after.entries if e.precision in _CONTAINERS)
        return after.entries

    def _linked(self, name: Name, after: Name) -> bool:
        start = name.level_end or name.end
        if not 0 < after.first - start <= _GAP or after.role == "demonym":
            return False
        gap = self._parse.lowers[start : after.first]
        return gap[0] in {",", "in", "of", "("} and all(w in _LINKS for w in gap)

    def _possessive(self, name: Name, after: Name) -> bool:
        gap = self._parse.lowers[name.end : after.first]
        return len(gap) <= _GAP and gap[:1] in (["'s"], ["’s"], ["'"], ["’"])

    def _abbreviation(self, name: Name) -> Entry | None:
        """Read the state in "Alexandria, La."."""
        words = self._parse.words[name.end : name.end + 2]
        if len(words) < 2 or words[0] != ",":  # noqa: PLR2004 - a comma and the state
            return None
        code = unit_abbreviations().get(words[1])
        return self._gazetteer.unit(*code.split(".")) if code else None

    # -- all together

    def _best(
        self,
        name: Name,
        containers: dict[int, tuple[Entry, ...]],
        votes: "_Votes | None",
        beside: Sequence[Entry],
    ) -> Entry:
        if len(name.entries) == 1:
            return name.entries[0]
        likely = self._likelihoods(name)
        around = containers.get(id(name), ())
        best, best_score = name.entries[0], float("-inf")
        for entry, before in zip(name.entries, likely, strict=True):
            score = before + self._fit(entry, around)
            if votes is not None:
                score += votes.bonus(name, entry)
            if beside and score + _NEAR > best_score:
                score += _nearness(entry, beside)
            if score > best_score:
                best, best_score = entry, score
        return best

    def _fit(self, entry: Entry, around: Sequence[Entry]) -> float:
        """Weigh what contains an entry: the unit named beside it, the paper's home."""
        inside = any(_contains(unit, entry) for unit in around)
        home = entry.country in self._home or f"{entry.country}.{entry.admin1}" in self._home
        return (_CONTAINED if inside else 0.0) + (_HOME if home else 0.0)

    def _shares(self, name: Name) -> list[float]:
        """Split one vote over the entries of a name; the chosen one has most of it."""
        likely = self._likelihoods(name)
        top = max(likely)
        raw = [exp((v - top) / _SOFT) for v in likely]
        total = sum(raw)
        return [
            0.5 * v / total + (0.5 if entry is name.chosen else 0.0)
            for v, entry in zip(raw, name.entries, strict=True)
        ]


class _Votes:
    """How much of a report's names lie in each country and unit."""

    def __init__(self, names: Iterable[Name], shares: Callable[[Name], list[float]]) -> None:
        """Count each name once; a country named again counts again, up to a bound."""
        self._countries: dict[str | None, float] = defaultdict(float)
        self._units: dict[_Unit, float] = defaultdict(float)
        self._own: dict[str, tuple[dict[str | None, float], dict[_Unit, float]]] = {}
        for name in names:
            if name.text not in self._own:
                self._own[name.text] = ({}, {})
                self._count(name, shares(name))
            elif name.entries[0].kind == "country":
                self._again(name)
        self._total = sum(v for k, v in self._countries.items() if k) + 1.0
        self._unit_total = max(self._units.values(), default=0.0) + 1.0

    def _count(self, name: Name, shares: list[float]) -> None:
        own, units = self._own[name.text]
        for entry, share in zip(name.entries, shares, strict=True):
            own[entry.country] = own.get(entry.country, 0.0) + share
            if entry.admin1:
                unit = (entry.country, entry.admin1)
                units[unit] = units.get(unit, 0.0) + share
        for country, share in own.items():
            self._countries[country] += share
        for unit, share in units.items():
            units[unit] = max(share, _PRESENT)
            self._units[unit] += units[unit]

    def _again(self, name: Name) -> None:
        country = name.entries[0].country
        own, _ = self._own[name.text]
        if own.get(country, 0.0) < _MOST_SEEN:
            own[country] = own.get(country, 0.0) + 1.0
            self._countries[country] += 1.0

    def share(self, name: Name, country: str | None) -> float:
        """Return the share of the other names' votes that a country has."""
        own, _ = self._own[name.text]
        mine = self._countries[country] - own.get(country, 0.0)
        return mine / max(1.0, self._total - sum(own.values()))

    def main(self, name: Name) -> float:
        """Return the share, in the other names' votes, of the country with most of them."""
        own, _ = self._own[name.text]
        others = [v - own.get(c, 0.0) for c, v in self._countries.items() if c]
        return max(others, default=0.0) / max(_FEW, sum(others))

    def bonus(self, name: Name, entry: Entry) -> float:
        """Weigh how well an entry fits the other names of the report."""
        own, units = self._own[name.text]
        mine = sum(own.values())
        country = self._countries[entry.country] - own.get(entry.country, 0.0)
        score = _COUNTRY * country / max(1.0, self._total - mine) if entry.country else 0.0
        if entry.admin1:
            unit = (entry.country, entry.admin1)
            inside = self._units[unit] - units.get(unit, 0.0)
            score += _UNIT * inside / self._unit_total
        return score


def _beside(chosen: Sequence[Entry | None], at: int) -> list[Entry]:
    near = [*chosen[max(0, at - _NEIGHBOURS) : at], *chosen[at + 1 : at + 1 + _NEIGHBOURS]]
    return [e for e in near if e is not None and e.precision not in _WHOLE]


def _nearness(entry: Entry, others: Sequence[Entry]) -> float:
    if not others or entry.precision in _WHOLE:
        return 0.0
    nearest = min((distance(entry, o) for o in others if o.id != entry.id), default=None)
    return 0.0 if nearest is None else _NEAR * exp(-nearest / _REACH)


def _contains(unit: Entry, entry: Entry) -> bool:
    if unit.id == entry.id or unit.country is None or unit.country != entry.country:
        return False
    if unit.kind == "country":
        return entry.kind != "country"
    if unit.admin1 and unit.kind == "admin1":
        return unit.admin1 == entry.admin1 and entry.kind != "admin1"
    return distance(unit, entry) < 100.0  # noqa: PLR2004 - a district, an island, a valley


def _same_unit(unit: Entry, city: Entry) -> bool:
    if unit.country != city.country:
        return False
    return unit.admin1 == city.admin1 or distance(unit, city) < 150.0  # noqa: PLR2004


@cache
def _unit_names() -> frozenset[str]:
    """List the folded names of the hand-written regions of a unit's size ("gaza")."""
    units = (r for r in regions() if r.precision == "admin1")
    return frozenset(fold(n) for r in units for n in (r.name, *r.variants))


def distance(left: Entry, right: Entry) -> float:
    """Return the kilometres between two places, near enough for those not an ocean apart."""
    north = left.lat - right.lat
    east = abs(left.lon - right.lon)
    east = min(east, 360.0 - east) * cos(radians((left.lat + right.lat) / 2))
    return hypot(north, east) * _DEGREE
