"""Where the characters of a report's text stand in the bytes of the file it was read from."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records.span import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``start`` to ``end`` that take ``width`` bytes each, from byte ``raw`` on."""

    start: int
    end: int
    raw: int
    width: int

    def raw_at(self, offset: int) -> int:
        """Return the byte at which a character of this run, or its end, stands."""
        return self.raw + (offset - self.start) * self.width


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs in the order of the text; characters that no run holds have no place in the file."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def of(cls, places: Iterable[tuple[int, int, int]]) -> "OffsetMap":
        """Join characters, each given as offset, first byte and byte after it, into runs."""
        runs: list[Run] = []
        for offset, raw, raw_end in places:
            last = runs[-1] if runs else None
            if last and _continues(last, offset, raw, raw_end - raw):
                runs[-1] = Run(last.start, offset + 1, last.raw, last.width)
            else:
                runs.append(Run(offset, offset + 1, raw, raw_end - raw))
        return cls(tuple(runs))

    def to_raw(self, span: Span) -> Span | None:
        """Find the bytes of a span; None where its first or last character has no place."""
        first = self._run_at(span.start)
        last = self._run_at(span.end - 1)
        if span.end <= span.start or first is None or last is None:
            return None
        start, end = first.raw_at(span.start), last.raw_at(span.end)
        return Span(start=start, end=end) if start < end else None

    def _run_at(self, offset: int) -> Run | None:
        at = bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        run = self.runs[at] if at >= 0 else None
        return run if run and offset < run.end else None


def _continues(run: Run, offset: int, raw: int, width: int) -> bool:
    return (run.end, run.raw_at(run.end), run.width) == (offset, raw, width)
