"""Places that the gazetteer does not have: they get the point of the nearest place that it has."""

from collections import Counter
from collections.abc import Sequence

from dateline.extract.parse import Parse
from dateline.extract.place_name import Name
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.lookup import Gazetteer

_EXACT = ("settlement", "site", "admin2")
_GAP = 5  # tokens between a place and what contains it
_NEAR = 12  # tokens
_SHARE = 0.15
_ABROAD = 60.0
_LINKED = 15.0
_COARSE = 40.0  # a country is a poor container: as far as this many more tokens


def settle_unknown(parse: Parse, names: Sequence[Name], gazetteer: Gazetteer) -> None:
    """Give each unknown name the place that stands for it; leave those that have none."""
    known = [n for n in names if n.entries and n.chosen and n.role != "demonym"]
    spoken = _spoken(names)
    seen: dict[str, Entry] = {}
    for name in names:
        if name.entries:
            continue
        name.chosen = seen.get(name.text) or _other_spelling(name, gazetteer, spoken)
        if name.chosen is None:
            name.chosen = _container(parse, name, known, spoken)
        if name.chosen:
            seen.setdefault(name.text, name.chosen)


def _other_spelling(name: Name, gazetteer: Gazetteer, spoken: frozenset[str]) -> Entry | None:
    entry = gazetteer.similar(name.text, spoken)
    if entry is not None:
        name.rule = "spelling"
    return entry


def _spoken(names: Sequence[Name]) -> frozenset[str]:
    """List the countries with a good share of the report's names."""
    votes = Counter(n.chosen.country for n in names if n.entries and n.chosen and n.chosen.country)
    total = sum(votes.values())
    return frozenset(c for c, n in votes.items() if c and n >= total * _SHARE)


def _container(
    parse: Parse, name: Name, known: Sequence[Name], spoken: frozenset[str]
) -> Entry | None:
    def cost(other: Name) -> float:
        abroad = other.chosen is None or other.chosen.country not in spoken
        return _cost(parse, name, other) + (_ABROAD if abroad else 0.0)

    best = min(known, key=cost, default=None)
    return best.chosen if best else None


def _cost(parse: Parse, name: Name, other: Name) -> float:
    """Count how far a known place is from the unknown one, in tokens and in kind."""
    entry = other.chosen
    if entry is None:
        return float("inf")
    gap = other.first - name.end if other.first >= name.end else name.first - other.end
    cost = float(gap)
    if parse.sent_of[other.first] != parse.sent_of[name.first]:
        cost += _NEAR
    if other.role == "metonym" or entry.precision in {"country", "region", "sea"}:
        cost += _COARSE * (3 if entry.precision == "region" else 2)
    elif entry.precision not in _EXACT:
        cost += _COARSE / 2
    if other.first > name.end and _linked(parse, name, other):
        cost -= _LINKED
    if other.role == "dateline":
        cost += _COARSE / 4
    return cost


def _linked(parse: Parse, name: Name, other: Name) -> bool:
    """Tell whether the known place says where the unknown one is: "X in Y", "X, Y"."""
    gap = parse.lowers[name.level_end or name.end : other.first]
    return len(gap) <= _GAP and gap[:1] in ([","], ["in"], ["of"], ["("], ["near"])
