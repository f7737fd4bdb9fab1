"""Where the datelines of a text are: what stands in them is no place of a happening."""

from dateline.knowledge.datelines import find_dateline

_EARLY = 3  # a bare place and a dash is a dateline near the top, and a bulletin's item below it


def dateline_ends(text: str) -> list[tuple[int, int]]:
    """Give the stretches of the datelines, as offsets into the text."""
    out: list[tuple[int, int, bool]] = []
    start, seen = 0, 0
    for line in text.splitlines(keepends=True):
        seen += bool(line.strip())
        found = find_dateline(line) if _may_hold(line) else None
        if found and found.places:
            plain = not (found.date or found.agency)
            out.append((start, start + found.end, plain and seen > _EARLY))
        start += len(line)
    bulletin = sum(item for _, _, item in out) > 0
    return [(a, b) for a, b, item in out if not item] if not bulletin else _full(text, out)


def _full(text: str, found: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    """Keep, in a bulletin of places and dashes, only datelines with a bracket or a slash."""
    return [(a, b) for a, b, item in found if not item and any(c in text[a:b] for c in "(/")]


def _may_hold(line: str) -> bool:
    head = line[:3].strip("*•(– ")
    return head[:1].isupper() and any(c in line[:90] for c in "-–—:(|")
