"""The sections after the incidents: what is disputed, thinly told, loose, denied, not yet done."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.publish import days
from dateline.publish.sitrep.contents import Brief, Part, Sentence
from dateline.publish.sitrep.disputes import denials, disputes
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.items import quotes
from dateline.publish.sitrep.sorting import Sorted, is_dated, is_placed
from dateline.publish.sitrep.wordings import parties
from dateline.records import Incident

_ENOUGH = 2  # independent origins


def parts(known: Sorted, loose: Sequence[Incident], frame: Frame) -> tuple[Part, ...]:
    """Make the sections: the first four say so where they have nothing, others are left out."""
    told = (*known.counted, *known.spoken)
    single = [incident for incident in known.counted if incident.origins < _ENOUGH]
    found = (
        _part(_DISPUTED, disputes(told, frame)),
        _part(_SINGLE, (_single(i, frame) for i in single), terse=True),
        _part(_LOOSE, _loose((*known.counted, *loose), frame), terse=True),
        _part(_DENIED, _denied(known, frame)),
        _part(_AHEAD, (_brief(i, frame) for i in known.ahead), terse=True),
        _part(_SPOKEN, (_brief(i, frame) for i in known.spoken), terse=True),
        _part(_PAST, (_brief(i, frame) for i in known.past), terse=True),
    )
    return tuple(part for part in found if part.briefs or (part.empty and known.counted))


def _part(words: Mapping[str, str], briefs: Iterable[Brief], *, terse: bool = False) -> Part:
    return Part(
        id=words["id"],
        title=words["title"],
        note=words["note"],
        empty=words["empty"],
        briefs=tuple(briefs),
        terse=terse,
    )


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
        if not is_placed(incident):
            brief = _brief(incident, frame)
            yield replace(brief, when=f"{brief.when}, place not told")
        elif not is_dated(incident):
            yield _brief(incident, frame)


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


_DISPUTED = {
    "id": "disputed",
    "title": "Disputed",
    "note": "Incidents that somebody denies or that are laid to different sides; figures on which "
    "origins or speakers differ, with who gives which; sums that do not add up.",
    "empty": "Nothing is disputed.",
}
_SINGLE = {
    "id": "one-origin",
    "title": "One origin only",
    "note": "However many reports repeat it, each of these goes back to one origin. They count in "
    "the totals; read them as one voice.",
    "empty": "Every incident is told by two or more origins.",
}
_LOOSE = {
    "id": "loose",
    "title": "Not placed or not dated",
    "note": "Those without a number are told by the reports of this list, but may lie outside its "
    "area or days; they are in no total.",
    "empty": "Every incident has a place and a day.",
}
_DENIED = {
    "id": "denied",
    "title": "What was denied",
    "note": "In the words of those who deny it. What is told only as denied is in no total.",
    "empty": "Nothing was denied.",
}
_AHEAD = {
    "id": "ahead",
    "title": "Announced or threatened",
    "note": "Planned, ordered, expected or conditional. In no total.",
    "empty": "",
}
_SPOKEN = {
    "id": "statements",
    "title": "Statements",
    "note": "Accusations, demands, refusals, threats, words of support. Not counted as incidents.",
    "empty": "",
}
_PAST = {
    "id": "past",
    "title": "Recalled as history",
    "note": "What the reports tell as background. In no total.",
    "empty": "",
}
