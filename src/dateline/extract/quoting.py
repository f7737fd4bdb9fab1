"""The words that tell of a happening: the clause around a trigger, without what hangs on it."""

from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.records import Quote

# What is cut from the clause: further clauses, asides, and the saying of it.
_CUT = {"conj", "advcl", "relcl", "cc", "parataxis", "ccomp", "punct", "dep", "mark"}
_LONGEST = 45  # tokens; beyond, the parse has run over a list or a table


def quote_clause(reading: Reading, token: int) -> Quote:
    """Quote the clause of a verb, or the phrase of a noun with the light verb that carries it."""
    parse, support = reading.parse, reading.frames.of(token).support
    kept = [token, *_kept(parse, token if support is None else support)]
    opens, closes = reading.sentence(token)
    first, end = max(min(kept), opens), min(max(kept) + 1, closes)
    if end - first > _LONGEST:
        first, end = max(first, token - _LONGEST // 2), min(end, token + _LONGEST // 2)
    return parse.quote(first, end)


def _kept(parse: Parse, head: int) -> list[int]:
    out = []
    stack = [head]
    while stack:
        token = stack.pop()
        out.append(token)
        verbal = token == head
        for child in parse.children[token]:
            clause = parse.deps[child] in _CUT and (
                verbal or parse.deps[child] in {"relcl", "punct"}
            )
            if not clause or (
                parse.deps[child] == "conj" and not parse.tags[child].startswith("VB")
            ):
                stack.append(child)
    return out
