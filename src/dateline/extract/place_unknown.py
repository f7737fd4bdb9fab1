"""Places that the gazetteer does not have: they get the point of the nearest place that it has."""

from collections.abc import Sequence

from dateline.extract.parse import Parse
from dateline.extract.place_names import Name
from dateline.knowledge.gazetteer.entry import Entry

_EXACT = ("settlement", "site", "admin2")
_NEAR = 12  # tokens
_COARSE = 40.0  # a country is a poor container: as far as this many more tokens


def settle_unknown(parse: Parse, names: Sequence[Name]) -> None:
    """Give each unknown name the place that stands for it; leave those that have none."""
    known = [n for n in names if n.entries and n.chosen and n.role != "demonym"]
    seen: dict[str, Entry] = {}
    for name in names:
        if name.entries:
            continue
        name.chosen = seen.get(name.text) or _container(parse, name, known)
        if name.chosen:
            seen.setdefault(name.text, name.chosen)


def _container(parse: Parse, name: Name, known: Sequence[Name]) -> Entry | None:
    best = min(known, key=lambda other: _cost(parse, name, other), default=None)
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
    if other.role == "dateline":
        cost += _COARSE / 4
    return cost
