"""Which time dates which happening."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.extract.mentions import TimeMention
from dateline.extract.parse import Parse
from dateline.extract.time_days import days
from dateline.extract.time_relative import MEMORY
from dateline.knowledge.times import time_lexicon

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
    heading = None if _is_open(parse, token) else _block(times, token)
    return heading or _present(parse, token, published)


def carried_time(
    parse: Parse, times: Sequence[TimeMention], token: int, published: date | None
) -> TimeMention | None:
    """Find the day that the telling has reached at ``token``, for a happening told without one.

    The nearest day of the sentence, else the day of the last sentence before that has one.
    Right for acts told in the simple past; statements and plans do not take it.
    """
    number = parse.sent_of[token]
    here = [t for t in _between(times, *parse.sents[number]) if _is_day(t, published)]
    if here:
        return min(here, key=lambda t: abs(t.head - token))
    for first, end in reversed(parse.sents[:number]):
        if not _between(times, first, end):
            continue
        root = next((i for i in range(first, end) if parse.heads[i] == i), first)
        time = date_of(parse, times, root, None)
        if time is not None and _is_day(time, published):
            return time
    return None


def _is_day(time: TimeMention, published: date | None) -> bool:
    when = time.when
    if time.rule in _ASIDE or when.precision != "day" or when.end is None:
        return False
    return published is None or 0 <= (published - when.end).days <= MEMORY


def _present(parse: Parse, token: int, published: date | None) -> TimeMention | None:
    """Date what the report tells in the present to the day of the report."""
    verb = next((i for i in (token, *parse.ancestors(token)) if parse.tags[i][:2] == "VB"), None)
    span = days(published)
    if verb is None or span is None or parse.deps[verb] not in _MAIN or not _is_now(parse, verb):
        return None
    return TimeMention(first=verb, end=verb + 1, head=verb, rule="present", when=span)


def _is_now(parse: Parse, verb: int) -> bool:
    children = parse.children[verb]
    helpers = {parse.lowers[c] for c in children if parse.deps[c].startswith("aux")}
    slip = parse.tags[verb] == "VBP" and parse.lemmas[verb] not in {parse.lowers[verb], "be"}
    finite = parse.tags[verb] in {"VBZ", "VBP"} and not slip and not helpers - {"do", "does"}
    going = parse.tags[verb] in {"VBG", "VBN"} and helpers & _IS and not helpers - _IS - {"being"}
    to_come = parse.lemmas[verb] == "be" and any(parse.deps[c] == "xcomp" for c in children)
    asked = any(parse.words[c] == "?" or parse.deps[c] == "neg" for c in children)
    opinion = parse.lemmas[verb] in time_lexicon().lists.opinion
    return (finite or bool(going)) and not (to_come or asked or opinion)


_IS = {"is", "are", "'s", "'re", "am", "’s", "’re", "'m"}
_MAIN = {"ROOT", "conj", "ccomp"}


def _between(times: Sequence[TimeMention], first: int, end: int) -> Sequence[TimeMention]:
    low = bisect_left(times, first, key=lambda t: t.head)
    return times[low : bisect_left(times, end, key=lambda t: t.head)]


def _is_open(parse: Parse, token: int) -> bool:
    """Tell whether the act is still to come, or done at any time before: "has", "will", "to"."""
    helpers = {parse.lowers[c] for c in parse.children[token] if parse.deps[c] == "aux"}
    return bool(helpers & _OPEN)


_OPEN = {"has", "have", "will", "would", "could", "may", "might", "can", "should", "must", "to"}


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
    return up + down + _outside(parse, above[0], time)


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
        return _FAR if _mark(parse, node) in {"if", "unless"} else 8.0
    if dep == "acl" and parse.heads[node] != token:
        return 1.5 if parse.deps[parse.heads[node]] in _PARTIES else 6.0
    if dep == "relcl":
        head = parse.heads[node]
        return 1.0 if head == token else 5.0 if parse.deps[head] == "dobj" else _FAR
    if parse.lowers[node] == "according":
        return _FAR
    return _DOWN.get(dep, 0.0)


def _outside(parse: Parse, token: int, time: TimeMention) -> float:
    """Keep times off that only bound the happening: "before Friday", "until then"."""
    head = parse.heads[time.head]
    if (
        time.rule == "since"
        and parse.lowers[parse.heads[time.first]] in time_lexicon().lists.counted
    ):
        return 8.0
    if time.rule == "until" and parse.tags[token] in {"VBD", "VBN"}:
        return 8.0
    named = parse.deps[time.head] in _MODIFIES and head != token and parse.tags[head][:2] == "NN"
    if named and parse.deps[head] not in {"nsubj", "nsubjpass"}:
        return 6.0  # "its 2020 ruling"
    bound = parse.lowers[head] in {"before", "after", "until", "till"} and time.rule not in _PARTS
    return 6.0 if bound and time.rule not in {"until", "by"} else 0.0


_MODIFIES = {"compound", "nummod", "amod", "poss", "nmod"}
_PARTIES = {"nsubj", "nsubjpass", "dobj", "ROOT"}
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
    if time.bare is not None and time.rule in {"since", "until"}:
        began = below[-1] in above or (parse.heads[below[-1]] == above[0] and len(below) == 1)
        noun = not parse.tags[above[0]].startswith("VB") or below[-1] in above[1:]
        return replace(time, when=time.bare, bare=None) if began and noun else time
    since = any(_is_since(parse, node) for node in below)
    if since and time.when.start and published:
        span = days(time.when.start, published, time.when.precision)
        return replace(time, when=span, bare=time.when, rule="since") if span else time
    return time


def _is_since(parse: Parse, node: int) -> bool:
    return parse.lowers[node] == "since" or (
        parse.deps[node] == "advcl" and _mark(parse, node) == "since"
    )
