"""An analyst's decisions, on events and incidents as they are named today."""

from dataclasses import dataclass
from typing import Any

from dateline.errors import SettingError, UnknownNameError
from dateline.keeping.changing import anchored, judge
from dateline.keeping.showing import unknown_incident
from dateline.reconcile.grading import GRADES
from dateline.records import Anchor, Judgement
from dateline.store import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who decides, and why."""

    author: str
    reason: str


def judged(write: Writer, verdict: str, refs: tuple[str, str], by: Signature) -> Judgement:
    """Keep that two events, named as ``report/event``, are same, different or unsure."""
    left, right = sorted(refs)
    if left == right:
        message = f"{left} is one event; name two"
        raise SettingError(message, events=refs)
    one, other = anchored(write, left), anchored(write, right)
    return judge(write, _signed(by, verdict=verdict, left=one, right=other))


def graded(write: Writer, incident: str, grade: str, by: Signature) -> Judgement:
    """Keep the grade that an analyst signs."""
    if grade not in GRADES:
        message = f"Unknown grade {grade!r}; known are: {', '.join(GRADES)}"
        raise UnknownNameError(message, name=grade, known=GRADES)
    held = _founder(write, incident)
    return judge(write, _signed(by, verdict="grade", left=held, value=grade))


def commented(write: Writer, incident: str, by: Signature) -> Judgement:
    """Keep a remark on an incident."""
    return judge(write, _signed(by, verdict="comment", left=_founder(write, incident)))


def ruled(write: Writer, verdict: str, ref: str, by: Signature) -> Judgement:
    """Keep that an event is accepted, or rejected as none."""
    return judge(write, _signed(by, verdict=verdict, left=anchored(write, ref)))


def _founder(write: Writer, incident: str) -> Anchor:
    """Hold on to an incident by the event that was told first."""
    rows = write.rows(write.events_of(incident))
    founder = next((row.ref for row in rows if row.own_id == incident), None)
    if founder is None:
        raise unknown_incident(write, incident)
    return anchored(write, founder)


def _signed(by: Signature, **decision: Any) -> Judgement:
    """Make a judgement; the store gives it its number and time."""
    author, reason = by.author.strip(), by.reason.strip()
    if not author or not reason:
        message = "A judgement needs an author and a reason: --author NAME --reason WORDS"
        raise SettingError(message)
    return Judgement(number=0, at="", author=author, reason=reason, **decision)
