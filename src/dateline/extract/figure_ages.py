"""Ages, which count nobody: "Vasyl Kravets, 47, was killed", "two men, aged 34 and 61"."""

from dateline.extract.figure_counted import Counted
from dateline.extract.parse import Parse

_OLDEST = 110  # years
_LIST = frozenset((",", "and", "or"))
_REACH = 6  # tokens back to "aged"


def is_age(parse: Parse, counted: Counted) -> bool:
    """Tell whether a bare number is somebody's age by what stands around it."""
    first, end = counted.first, counted.end
    if end - first != 1 or parse.tags[first] != "CD" or counted.number.value > _OLDEST:
        return False
    return _behind_a_name(parse, first) or _after_aged(parse, first)


def _behind_a_name(parse: Parse, at: int) -> bool:
    """Tell whether the number stands between commas behind a name."""
    if at < 2 or at + 1 >= len(parse):  # noqa: PLR2004
        return False
    between = parse.words[at - 1] == "," and parse.words[at + 1] in (",", ".", ")")
    return between and parse.tags[at - 2] in ("NNP", "NNPS")


def _after_aged(parse: Parse, at: int) -> bool:
    for token in range(at - 1, max(-1, at - _REACH), -1):
        if parse.lowers[token] == "aged":
            return True
        if parse.tags[token] != "CD" and parse.lowers[token] not in _LIST:
            return False
    return False
