"""A decision as the web app sends it, put into the judgements it is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.errors import SettingError
from dateline.keeping import judging
from dateline.keeping.judging import Signature
from dateline.records import Correction, Judgement
from dateline.store import Writer

_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is decided: about an incident, one of its events, or two of either."""

    verdict: str
    incident: str
    event: str | None = None
    events: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    value: str | None = None
    correction: Correction | None = None


def decide(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    """Keep a decision; it may be several judgements, all of one transaction."""
    if decision.verdict not in _DECIDED:
        message = f"Unknown verdict {decision.verdict!r}; known are: {', '.join(_DECIDED)}"
        raise SettingError(message, verdict=decision.verdict)
    return _DECIDED[decision.verdict](write, decision, by)


def _of_two(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    refs = decision.events or tuple(judging.founder(write, id_) for id_ in decision.incidents)
    if len(refs) != _TWO:
        message = f"{decision.verdict} is said of two events, or of two incidents"
        raise SettingError(message)
    return [judging.judged(write, decision.verdict, (refs[0], refs[1]), by)]


def _split(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    return judging.parted(write, decision.incident, _event(write, decision), by)


def _accept(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    if decision.event is None:
        return judging.accepted(write, decision.incident, by)
    return [judging.ruled(write, "accept", _event(write, decision), by)]


def _reject(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    if decision.event is not None:
        return [judging.ruled(write, "reject", _event(write, decision), by)]
    refs = write.events_of(decision.incident)
    return [judging.ruled(write, "reject", ref, by) for ref in refs]


def _grade(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    return [judging.graded(write, decision.incident, decision.value or "", by)]


def _comment(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    return [judging.commented(write, decision.incident, by)]


def _guard(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    return [judging.guarded(write, decision.incident, decision.value or "", by)]


def _correct(write: Writer, decision: Decision, by: Signature) -> list[Judgement]:
    if decision.correction is None:
        message = "A correction needs an event and a field"
        raise SettingError(message)
    return [judging.corrected(write, _event(write, decision), decision.correction, by)]


def _event(write: Writer, decision: Decision) -> str:
    """Take only an event of the incident that was looked at."""
    if decision.event not in write.events_of(decision.incident):
        message = f"{decision.event} is no event of {decision.incident}; look at it again"
        raise SettingError(message)
    return decision.event or ""


_Decide = Callable[[Writer, Decision, Signature], list[Judgement]]
_DECIDED: Mapping[str, _Decide] = {
    "same": _of_two,
    "different": _of_two,
    "unsure": _of_two,
    "split": _split,
    "accept": _accept,
    "reject": _reject,
    "grade": _grade,
    "comment": _comment,
    "sensitive": _guard,
    "correct": _correct,
}
VERDICTS = tuple(_DECIDED)
