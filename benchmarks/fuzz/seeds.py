"""Sound inputs to break: the examples, and a small document of each format beside this file."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent / "sound"  # made up for this, like the examples
EXAMPLES = Path(__file__).parents[2] / "examples"
_LONGEST = 2_000  # bytes of one example: a long one is slow and says nothing more


@cache
def sound(*names: str) -> tuple[bytes, ...]:
    """Read documents by their names."""
    return tuple((_HERE / name).read_bytes() for name in names)


@cache
def examples(suffix: str) -> tuple[bytes, ...]:
    """Read the examples with such a suffix."""
    paths = sorted(path for path in EXAMPLES.rglob(f"*{suffix}"))
    raws = [path.read_bytes() for path in paths]
    return (*(raw[:_LONGEST] for raw in raws), *raws[:1])


@cache
def lines() -> tuple[bytes, ...]:
    """Take reports of JSON Lines, one by one and some together."""
    raws = [path.read_bytes() for path in sorted(EXAMPLES.rglob("*.jsonl"))]
    many = sorted((line for raw in raws for line in raw.splitlines()), key=len)
    return (*many[:20], b"\n".join(many[:3]), many[-1])
