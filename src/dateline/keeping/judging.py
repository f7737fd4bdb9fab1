"""An analyst's decisions, on events and incidents as they are named today."""

from dateline.errors import SettingError, UnknownNameError
from dateline.keeping.changing import anchored, judge
from dateline.keeping.showing import unknown_incident
from dateline.reconcile.grading import GRADES
from dateline.records import Anchor, Judgement
from dateline.store import Writer


def judged(
    write: Writer, verdict: str, refs: tuple[str, str], *, reason: str, author: str
) -> Judgement:
    """Keep that two events, named as ``report/event``, are same, different or unsure."""
    left, right = sorted(refs)
    if left == right:
        message = f"{left} is one event; name two"
        raise SettingError(message, events=refs)
    one, other = anchored(write, left), anchored(write, right)
    return _kept(write, verdict, one, right=other, reason=reason, author=author)


def graded(write: Writer, incident: str, grade: str, *, reason: str, author: str) -> Judgement:
    """Keep the grade that an analyst signs."""
    if grade not in GRADES:
        message = f"Unknown grade {grade!r}; known are: {', '.join(GRADES)}"
        raise UnknownNameError(message, name=grade, known=GRADES)
    held = _founder(write, incident)
    return _kept(write, "grade", held, value=grade, reason=reason, author=author)


def commented(write: Writer, incident: str, *, reason: str, author: str) -> Judgement:
    """Keep a remark on an incident."""
    return _kept(write, "comment", _founder(write, incident), reason=reason, author=author)


def ruled(write: Writer, verdict: str, ref: str, *, reason: str, author: str) -> Judgement:
    """Keep that an event is accepted, or rejected as none."""
    return _kept(write, verdict, anchored(write, ref), reason=reason, author=author)


def _founder(write: Writer, incident: str) -> Anchor:
    """Hold on to an incident by the event that was told first."""
    rows = write.rows(write.events_of(incident))
    founder = next((row.ref for row in rows if row.own_id == incident), None)
    if founder is None:
        raise unknown_incident(write, incident)
    return anchored(write, founder)


def _kept(
    write: Writer,
    verdict: str,
    left: Anchor,
    *,
    right: Anchor | None = None,
    value: str | None = None,
    reason: str,
    author: str,
) -> Judgement:
    if not reason.strip() or not author.strip():
        message = "A judgement needs an author and a reason: --author NAME --reason WORDS"
        raise SettingError(message)
    return judge(
        write,
        Judgement(
            number=0,  # the store counts
            verdict=verdict,
            left=left,
            right=right,
            value=value,
            reason=reason.strip(),
            author=author.strip(),
            at="",
        ),
    )
