"""The sections after the incidents: what is disputed, thinly told, loose, denied, not yet done."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.publish import days
from dateline.publish.sitrep.contents import Brief, Part, Sentence
from dateline.publish.sitrep.disputes import denials, disputes
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.items import quotes
from dateline.publish.sitrep.sorting import Sorted, is_dated, is_placed
from dateline.publish.sitrep.wordings import parties
from dateline.records import Incident


def parts(known: Sorted, loose: Sequence[Incident], frame: Frame) -> tuple[Part, ...]:
    """Make the sections; each says so where it has nothing."""
    told = (*known.counted, *known.spoken)
    return (
        Part(id="disputed", title="Disputed", note=_DISPUTED, empty="Nothing is disputed.",
             briefs=tuple(disputes(told, frame))),
        Part(id="one-origin", title="One origin only", note=_SINGLE,
             empty="Every incident is told by two or more origins.",
             briefs=tuple(_single(i, frame) for i in known.counted if i.origins < 2)),  # noqa: PLR2004
        Part(id="loose", title="Not placed or not dated", note=_LOOSE,
             empty="Every incident has a place and a day.",
             briefs=tuple(_loose((*known.counted, *loose), frame))),
        Part(id="denied", title="What was denied", note=_DENIED, empty="Nothing was denied.",
             briefs=tuple(_denied(known, frame))),
        Part(id="ahead", title="Announced or threatened", note=_AHEAD,
             empty="Nothing was announced or threatened.",
             briefs=tuple(_brief(i, frame) for i in known.ahead)),
        Part(id="statements", title="Statements", note=_SPOKEN, empty="No statements.",
             briefs=tuple(_brief(i, frame) for i in known.spoken)),
        Part(id="past", title="Recalled as history", note=_PAST, empty="Nothing was recalled.",
             briefs=tuple(_brief(i, frame) for i in known.past)),
    )  # fmt: skip


def _brief(incident: Incident, frame: Frame, *before: Sentence) -> Brief:
    return Brief(
        title=frame.title(incident),
        when=days.in_words(incident.date),
        number=frame.numbers.get(incident.id),
        lines=(*before, *_sides(incident, frame), *quotes(incident, frame, most=1)),
    )


def _sides(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    """Say who does it to whom, in one line."""
    actors, targets = parties(incident.actors), parties(incident.targets)
    if actors or targets:
        words = f"{actors or 'nobody named'} → {targets}" if targets else actors
        yield Sentence(words=words, refs=frame.refs(incident))


def _single(incident: Incident, frame: Frame) -> Brief:
    report = incident.reports[0] if incident.reports else None
    letter = frame.shelf.letters.get(report.id, "") if report else ""
    words = f"Origin {letter}, {frame.shelf.names.get(letter, 'not named')}"
    return Brief(
        title=frame.title(incident),
        when=days.in_words(incident.date),
        number=frame.numbers.get(incident.id),
        lines=(Sentence(words=words, refs=frame.refs(incident)),),
    )


def _loose(incidents: Iterable[Incident], frame: Frame) -> Iterator[Brief]:
    for incident in incidents:
        lacks = [
            words
            for words, known in (("no place", is_placed(incident)), ("no day", is_dated(incident)))
            if not known
        ]
        if lacks:
            words = f"Told with {' and '.join(lacks)}."
            yield _brief(incident, frame, Sentence(words=words, refs=frame.refs(incident)))


def _denied(known: Sorted, frame: Frame) -> Iterator[Brief]:
    """List what is told only as not having happened, then what is told and denied."""
    for incident in known.denied:
        yield _brief(incident, frame, *denials(incident, frame))
    for incident in (*known.counted, *known.spoken, *known.ahead):
        if lines := tuple(denials(incident, frame)):
            yield Brief(
                title=frame.title(incident),
                when=days.in_words(incident.date),
                number=frame.numbers.get(incident.id),
                lines=lines,
            )


_DISPUTED = (
    "Incidents that somebody denies or that are laid to different sides; figures on which the "
    "origins differ, with who gives which; sums that do not add up."
)
_SINGLE = (
    "However many reports repeat it, each of these goes back to one origin. They count in the "
    "totals; read them as one voice."
)
_LOOSE = (
    "These are not on the map or the timeline. Those without a number are told by the reports of "
    "this list, but may lie outside its area or days; they are in no total."
)
_DENIED = "In the words of those who deny it. What is told only as denied is in no total."
_AHEAD = "Planned, ordered, expected or conditional. In no total."
_SPOKEN = "Accusations, demands, refusals, threats and words of support. Not counted as incidents."
_PAST = "What the reports tell as background. In no total."
