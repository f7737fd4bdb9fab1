"""Which time dates which happening."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.extract.mentions import TimeMention
from dateline.extract.parse import Parse
from dateline.extract.time_days import days

# What it costs to go from a trigger to a time over each relation, upwards and downwards: the
# more the two stand in clauses of their own, the more. Set on the training reports.
_UP = {
    "advcl": 2.0, "acl": 2.0, "conj": 3.5, "relcl": 4.0, "ccomp": 10.0, "pcomp": 2.0,
    "parataxis": 6.0, "csubj": 3.0, "appos": 2.0, "dep": 2.0, "pobj": 1.0, "prep": 0.5,
}  # fmt: skip
_DOWN = {
    "ccomp": 10.0, "advcl": 3.0, "conj": 3.0, "relcl": 10.0, "acl": 1.5, "xcomp": 0.5, "nsubj": 2.0,
    "nsubjpass": 2.0, "dobj": 1.0, "appos": 2.0, "parataxis": 6.0, "dep": 2.0, "agent": 1.0,
    "csubj": 3.0, "pcomp": 2.0, "poss": 1.5, "pobj": 0.5,
}  # fmt: skip
LIMIT = 9.0
_FAR = LIMIT + 1
_ASIDE = {"dateline", "heading"}
_APART = {"after", "before", "since", "until", "till", "if", "unless", "because", "although"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}


def date_of(
    parse: Parse, times: Sequence[TimeMention], token: int, published: date | None
) -> TimeMention | None:
    """Find the time that dates the happening named at ``token``; None where none is told."""
    first, end = parse.sents[parse.sent_of[token]]
    here = [time for time in _between(times, first, end) if time.rule not in _ASIDE]
    above = [token, *parse.ancestors(token)]
    options = [
        (cost, abs(time.head - token), i)
        for i, time in enumerate(here)
        if (cost := _cost(parse, above, time)) <= LIMIT
    ]
    if options:
        return _as_told(parse, above, here[min(options)[2]], published)
    return _block(times, token)


def _between(times: Sequence[TimeMention], first: int, end: int) -> Sequence[TimeMention]:
    low = bisect_left(times, first, key=lambda t: t.head)
    return times[low : bisect_left(times, end, key=lambda t: t.head)]


def _block(times: Sequence[TimeMention], token: int) -> TimeMention | None:
    for time in reversed(times[: bisect_right(times, token, key=lambda t: t.first)]):
        if time.rule == "heading":
            return time
    return None


def _cost(parse: Parse, above: list[int], time: TimeMention) -> float:
    below = _below(parse, above, time.head)
    if not below:
        return 0.0
    top = parse.heads[below[-1]] if below[-1] not in above else below[-1]
    if top not in above:
        return _FAR
    climbed = above[: above.index(top)]
    fronted = time.head < top
    up = sum(_up(parse, node, fronted=fronted) for node in climbed)
    down = sum(_down(parse, node, above[0]) for node in below if node != top)
    return up + down + _outside(parse, time)


def _below(parse: Parse, above: list[int], node: int) -> list[int]:
    """List the nodes from a time up to, and without, the first that is above the trigger."""
    out = []
    while node not in above:
        out.append(node)
        if parse.heads[node] == node:
            break
        node = parse.heads[node]
    return out or [node]


def _up(parse: Parse, node: int, *, fronted: bool) -> float:
    dep = parse.deps[node]
    if dep == "conj":
        if fronted:
            return 2.0
        return 6.0 if _has_subject(parse, node) else 3.5
    if dep == "advcl":
        return _FAR if _mark(parse, node) in _APART else 2.0
    return _UP.get(dep, 0.5)


def _down(parse: Parse, node: int, token: int) -> float:
    dep = parse.deps[node]
    if dep == "conj" and _has_subject(parse, node):
        return _FAR
    if dep == "advcl" and _mark(parse, node) in _APART - {"since"}:
        return 8.0
    if dep == "relcl":
        head = parse.heads[node]
        return 1.0 if head == token else 5.0 if parse.deps[head] == "dobj" else _FAR
    if parse.lowers[node] == "according":
        return _FAR
    return _DOWN.get(dep, 0.0)


def _outside(parse: Parse, time: TimeMention) -> float:
    """Keep times off that only bound the happening: "before Friday", "until then"."""
    head = parse.heads[time.head]
    bound = parse.lowers[head] in {"before", "after", "until", "till"} and time.rule not in _PARTS
    return 6.0 if bound and time.rule not in {"until", "by"} else 0.0


_PARTS = {"part", "clock", "offset"}


def _mark(parse: Parse, clause: int) -> str:
    for child in parse.children[clause]:
        if parse.deps[child] == "mark" or (child < clause and parse.tags[child] in {"WRB", "IN"}):
            return parse.lowers[child]
    return ""


def _has_subject(parse: Parse, verb: int) -> bool:
    return any(parse.deps[child] in _SUBJECTS for child in parse.children[verb])


def _as_told(
    parse: Parse, above: list[int], time: TimeMention, published: date | None
) -> TimeMention:
    """Read "since X" as X for what began then, and as an interval for what goes on since."""
    below = _below(parse, above, time.head)
    top = below[-1] if below[-1] in above else parse.heads[below[-1]]
    nodes = {*below, *above[: above.index(top)]}
    if time.bare is not None and time.rule in {"since", "until"}:
        return time if time.first in nodes else replace(time, when=time.bare, bare=None)
    since = any(_is_since(parse, node) for node in below)
    if since and time.when.start and published:
        span = days(time.when.start, published, time.when.precision)
        return replace(time, when=span, bare=time.when, rule="since") if span else time
    return time


def _is_since(parse: Parse, node: int) -> bool:
    return parse.lowers[node] == "since" or (
        parse.deps[node] == "advcl" and _mark(parse, node) == "since"
    )


def heading_times(parse: Parse, published: date | None) -> list[TimeMention]:
    """WIP."""
    return []
