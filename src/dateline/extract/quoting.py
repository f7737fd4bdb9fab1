"""The words that tell of a happening: the clause around a trigger, without what hangs on it."""

from dateline.extract.parse import Parse
from dateline.records import Quote

# What is cut from the clause: further clauses, asides, and the saying of it.
_CUT = {"conj", "advcl", "relcl", "cc", "parataxis", "ccomp", "punct", "dep", "mark"}
_LONGEST = 45  # tokens; beyond, the parse has run over a list or a table


def quote_clause(parse: Parse, token: int, support: int | None = None) -> Quote:
    """Quote the clause of a verb, or the phrase of a noun with the light verb that carries it."""
    head = token if support is None else support
    kept = [token, *_kept(parse, head)]
    first, end = min(kept), max(kept) + 1
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
            clause = parse.deps[child] in _CUT and (verbal or parse.deps[child] in {"relcl", "punct"})
            if not clause or (parse.deps[child] == "conj" and not parse.tags[child].startswith("VB")):
                stack.append(child)
    return out
