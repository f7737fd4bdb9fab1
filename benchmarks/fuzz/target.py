"""What is fuzzed: something that takes bytes, and how bytes for it are made."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from hypothesis.strategies import SearchStrategy

from dateline.errors import DatelineError

EXPECTED = (DatelineError,)  # a reason not to read something is an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something that takes bytes; any error but a ``DatelineError`` is a finding.

    ``seeds`` are sound inputs that are broken in many ways, with ``words`` strewn in; ``shapes``
    makes others from scratch. ``bare`` does the same as ``run`` in this very process, so that
    Atheris sees which lines are reached.
    """

    name: str
    share: int  # of all cases, beside the others' shares
    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...] = ()
    words: tuple[bytes, ...] = ()
    shapes: Callable[[], SearchStrategy[bytes]] | None = None
    bare: Callable[[bytes], None] | None = None
    make: Callable[[Random], bytes] | None = None  # where breaking bytes is not the way
