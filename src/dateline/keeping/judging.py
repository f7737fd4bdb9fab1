"""An analyst's decisions, on events and incidents as they are named today."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.errors import ConflictError, SettingError, UnknownNameError
from dateline.keeping.changing import anchored, judge
from dateline.keeping.showing import unknown_incident
from dateline.reconcile.correcting import checked, value_now
from dateline.reconcile.grading import GRADES
from dateline.reconcile.identity import find
from dateline.records import Anchor, Correction, Judgement, Quote, standing
from dateline.store import Reading, Writer
from dateline.store.judged import numbered


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


def parted(write: Writer, incident: str, ref: str, by: Signature) -> list[Judgement]:
    """Keep that an event is another happening than all others of its incident."""
    others = [other for other in write.events_of(incident) if other != ref]
    if ref not in write.events_of(incident) or not others:
        message = f"{ref} is not one of several events of {incident}"
        raise SettingError(message, event=ref, incident=incident)
    return [judged(write, "different", (ref, other), by) for other in others]


def graded(write: Writer, incident: str, grade: str, by: Signature) -> Judgement:
    """Keep the grade that an analyst signs."""
    if grade not in GRADES:
        message = f"Unknown grade {grade!r}; known are: {', '.join(GRADES)}"
        raise UnknownNameError(message, name=grade, known=GRADES)
    held = _held(write, incident)
    return judge(write, _signed(by, verdict="grade", left=held, value=grade))


def commented(write: Writer, incident: str, by: Signature) -> Judgement:
    """Keep a remark on an incident."""
    return judge(write, _signed(by, verdict="comment", left=_held(write, incident)))


def guarded(write: Writer, incident: str, value: str, by: Signature) -> Judgement:
    """Keep whether an incident is sensitive, yes or no: only analysts see one that is."""
    if value not in ("yes", "no"):
        message = f"An incident is sensitive or is not: yes or no, not {value!r}"
        raise SettingError(message, value=value)
    held = _held(write, incident)
    return judge(write, _signed(by, verdict="sensitive", left=held, value=value))


def ruled(write: Writer, verdict: str, ref: str, by: Signature) -> Judgement:
    """Keep that an event is accepted, or rejected as none."""
    return judge(write, _signed(by, verdict=verdict, left=anchored(write, ref)))


def accepted(write: Writer, incident: str, by: Signature) -> list[Judgement]:
    """Keep that all events of an incident are rightly coded."""
    _held(write, incident)
    return [ruled(write, "accept", ref, by) for ref in write.events_of(incident)]


def corrected(write: Writer, ref: str, correction: Correction, by: Signature) -> Judgement:
    """Keep what a field of an event should say, and the words it rests on."""
    checked(correction)
    held = anchored(write, ref)
    record = write.report(held.report)
    event = find(held, record) if record else None
    if record is None or event is None:
        message = f"No event {ref!r} in the record"
        raise UnknownNameError(message, name=ref)
    for quote in (correction.quote, correction.old):
        _in_text(quote, record.report.text)
    before = value_now(record, event, correction.field, correction.old)
    known = replace(correction, before=before)
    return judge(write, _signed(by, verdict="correct", left=held, correction=known))


def undone(write: Writer, numbers: Sequence[int], by: Signature) -> list[Judgement]:
    """Take judgements back, the last one first; taking back an undo brings its judgement again."""
    known = {judgement.number: judgement for judgement in numbered(write, numbers)}
    missing = [number for number in numbers if number not in known]
    if missing:
        message = f"There is no judgement {missing[0]}"
        raise UnknownNameError(message, name=str(missing[0]))
    kept = []
    for number in sorted(set(numbers), reverse=True):
        taken = known[number]
        undo = _signed(by, verdict="undo", left=taken.left, right=taken.right, value=str(number))
        kept.append(judge(write, undo))
    return kept


def unchanged(write: Reading, incident: str, revision: int | None) -> None:
    """Refuse to decide on an incident that somebody changed since it was looked at."""
    [row] = write.listed([incident]) or [None]
    if row is None:
        raise unknown_incident(write, incident)
    if revision is not None and row.revision != revision:
        message = f"{incident} was changed since you opened it; look at it again before you decide"
        raise ConflictError(message, incident=incident, revision=row.revision, seen=revision)


def history(store: Reading, refs: Sequence[str]) -> list[tuple[Judgement, bool]]:
    """Give every judgement on some events, the first one first, and whether it stands."""
    reports = {ref.rpartition("/")[0] for ref in refs}
    known = store.judgements(reports)
    stand = {judgement.number for judgement in standing(known)}
    records = {report: store.report(report) for report in reports}
    return [
        (judgement, judgement.number in stand)
        for judgement in known
        if any(_ref(held, records) in refs for held in (judgement.left, judgement.right) if held)
    ]


def founder(store: Reading, incident: str) -> str:
    """Name the event that stands for an incident: the one that was told first."""
    rows = store.rows(store.events_of(incident))
    found = next((row.ref for row in rows if row.own_id == incident), None)
    if found is None:
        raise unknown_incident(store, incident)
    return found


def _held(write: Writer, incident: str) -> Anchor:
    return anchored(write, founder(write, incident))


def _ref(held: Anchor, records: dict[str, Any]) -> str | None:
    record = records.get(held.report)
    event = find(held, record) if record else None
    return f"{held.report}/{event.id}" if event else None


def _in_text(quote: Quote | None, text: str) -> None:
    if quote is not None and text[quote.start : quote.end] != quote.quote:
        message = f"The report does not say {quote.quote!r} there; select the words again"
        raise SettingError(message, start=quote.start)


def _signed(by: Signature, **decision: Any) -> Judgement:
    """Make a judgement; the store gives it its number and time."""
    author, reason = by.author.strip(), by.reason.strip()
    if not author or not reason:
        message = "A judgement needs an author and a reason: --author NAME --reason WORDS"
        raise SettingError(message)
    return Judgement(number=0, at="", author=author, reason=reason, **decision)
