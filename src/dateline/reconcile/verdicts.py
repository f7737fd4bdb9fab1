"""What analysts decided, brought to bear on the events of the record as it is now."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from dateline.reconcile.clustering import Ends, Verdicts
from dateline.reconcile.identity import find
from dateline.records import Anchor, Judgement, Record, standing


class Bench:
    """Judgements with their events found again by their words."""

    def __init__(
        self, judgements: Iterable[Judgement], record_of: Callable[[str], Record | None]
    ) -> None:
        """Take all judgements by number, and what finds the current record of a report."""
        self._judgements = standing(judgements)
        self._record_of = cache(record_of)
        self._reports: dict[str, list[Judgement]] = {}
        for judgement in self._judgements:
            for held in (judgement.left, judgement.right):
                if held:
                    self._reports.setdefault(held.report, []).append(judgement)

    def ref(self, held: Anchor) -> str | None:
        """Find the event that an anchor holds, as ``report/event``; None where it is no more."""
        record = self._record_of(held.report)
        event = find(held, record) if record else None
        return f"{held.report}/{event.id}" if event else None

    def verdicts(self, reports: Iterable[str]) -> Verdicts:
        """Give what holds between the events of these reports; the last judgement counts."""
        last: dict[Ends, str] = {}
        for judgement in self._about(reports):
            if judgement.right and (ends := self._ends(judgement)):
                last[ends] = judgement.verdict
        return Verdicts(
            same=frozenset(ends for ends, verdict in last.items() if verdict == "same"),
            different=frozenset(ends for ends, verdict in last.items() if verdict == "different"),
        )

    def rejected(self, reports: Iterable[str]) -> frozenset[str]:
        """Give the events that analysts hold to be none."""
        last: dict[str | None, str] = {}
        for judgement in self._about(reports):
            if judgement.verdict in ("reject", "accept"):
                last[self.ref(judgement.left)] = judgement.verdict
        return frozenset(ref for ref, verdict in last.items() if ref and verdict == "reject")

    def corrections(self, report: str) -> list[Judgement]:
        """Give what analysts corrected in a report, the first correction first."""
        return [j for j in self._reports.get(report, ()) if j.verdict == "correct"]

    def of(self, refs: Mapping[str, str]) -> tuple[Judgement, ...]:
        """Give every judgement on these events, given with their reports."""
        return tuple(
            judgement
            for judgement in self._about(set(refs.values()))
            if any(held and self.ref(held) in refs for held in (judgement.left, judgement.right))
        )

    def _about(self, reports: Iterable[str]) -> list[Judgement]:
        found = {j.number: j for report in reports for j in self._reports.get(report, ())}
        return [found[number] for number in sorted(found)]

    def _ends(self, judgement: Judgement) -> Ends | None:
        one = self.ref(judgement.left)
        other = self.ref(judgement.right) if judgement.right else None
        if one is None or other is None or one == other:
            return None
        return (one, other) if one < other else (other, one)
