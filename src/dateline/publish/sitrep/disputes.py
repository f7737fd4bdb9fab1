"""Where the reports do not agree: denials, rival numbers, sums that do not add up."""

from collections.abc import Iterable, Iterator

from dateline.publish import days
from dateline.publish.sitrep.contents import Brief, Sentence
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.tolls import bounds, competing, counts, label, refs_of
from dateline.publish.sitrep.wordings import quoted, sentence
from dateline.publish.terminal import wording
from dateline.records import Claim, Incident, SumCheck, Telling

_FAILED = "does not add up"
_DENIED = "Told as not having happened"


def disputes(incidents: Iterable[Incident], frame: Frame) -> Iterator[Brief]:
    """Say of each incident what is disputed about it, each with who says what."""
    for incident in incidents:
        lines = [*_contested(incident, frame), *_figures(incident, frame), *_sums(incident, frame)]
        if lines:
            yield Brief(
                title=frame.title(incident),
                when=days.in_words(incident.date),
                number=frame.numbers.get(incident.id),
                lines=tuple(lines),
            )


def denials(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    """Quote those who deny it: in a claim, or in a telling of what did not happen."""
    for telling in incident.tellings:
        for claim in telling.claims:
            if claim.stance == "denies":
                yield _claim(claim, incident, telling, frame)
        if telling.event.factuality == "denied" and telling.event.evidence:
            words = sentence(telling.event.evidence[0], telling.report.text)
            quote = quoted(frame.shown(incident, words))
            refs = frame.shelf.refs([telling.report.id])
            yield Sentence(words="", label=_DENIED, quote=quote, refs=refs)


def _contested(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    if incident.grade.grade == "contested":
        words = f"{frame.shown(incident, incident.grade.reason)}."
        yield Sentence(label="Contested", words=words, refs=frame.refs(incident))
        yield from denials(incident, frame)


def _figures(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    rivals = {label(toll.measure): toll for toll in incident.figures if competing(toll)}
    for count in counts(incident, frame):
        if toll := rivals.get(count.measure):
            words = f"{bounds(toll)}; {count.support}." if count.support else f"{bounds(toll)}."
            yield Sentence(
                label=_capital(count.measure), words=words, refs=refs_of(toll, frame.shelf)
            )
            yield from (giver for giver in count.givers if not giver.struck)


def _sums(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    failed: list[SumCheck] = [c for c in incident.checks if c.outcome == _FAILED]
    for check in failed:
        words = f"{label(check.measure)}: {check.words}; the parts exceed the whole."
        refs = frame.shelf.refs([check.whole.rpartition("/")[0]])
        yield Sentence(label="Sum", words=words, refs=refs)


def _claim(claim: Claim, incident: Incident, telling: Telling, frame: Frame) -> Sentence:
    speaker = frame.shown(incident, f"{claim.speaker} {wording.stance(claim)}")
    quote = quoted(frame.shown(incident, claim.quote))
    refs = frame.shelf.refs([telling.report.id])
    return Sentence(words="", label=speaker, quote=quote, refs=refs)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
