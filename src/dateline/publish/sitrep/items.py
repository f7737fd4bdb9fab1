"""One incident as the report tells it: who, what, how many, how well attested, in whose words."""

from collections.abc import Callable, Iterable, Iterator

from dateline.knowledge.families import family_of
from dateline.publish import days
from dateline.publish.prose import on_one_line
from dateline.publish.sitrep.contents import Item, Refs, Sentence
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.tolls import counts
from dateline.publish.sitrep.wordings import counters, parties, quoted, sentence
from dateline.publish.terminal import wording
from dateline.records import Event, Incident, Telling

_ALIKE = 0.0  # points: above it the two events alone would be held the same
_QUOTED = 2  # origins whose words are shown; the others are in the list of reports


def item(incident: Incident, frame: Frame) -> Item:
    """Tell one incident."""
    return Item(
        number=frame.numbers[incident.id],
        id=incident.id,
        title=frame.title(incident),
        when=days.in_words(incident.date),
        where=frame.where(incident),
        family=family_of(incident).name,
        grade=incident.grade.grade,
        reason=frame.shown(incident, incident.grade.reason),
        author=incident.grade.author and on_one_line(incident.grade.author),
        counters=counters(len(incident.reports), incident.origins),
        lines=tuple(_lines(incident, frame)),
        counts=counts(incident, frame),
        quotes=tuple(quotes(incident, frame)),
    )


def quotes(incident: Incident, frame: Frame, *, most: int = _QUOTED) -> Iterator[Sentence]:
    """Give the first words of each origin that tell of it."""
    origins = {report: line.origin for line in incident.lineages for report in line.reports}
    shown: set[str] = set()
    for telling in incident.tellings:
        origin = origins.get(telling.report.id, telling.report.id)
        if telling.event.evidence and origin not in shown and len(shown) < most:
            shown.add(origin)
            words = sentence(telling.event.evidence[0], telling.report.text)
            quote = quoted(frame.shown(incident, words))
            yield Sentence(words="", quote=quote, refs=frame.shelf.refs([telling.report.id]))


def _lines(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    def told(has: Callable[[Event], object]) -> Refs:
        return frame.shelf.refs(_reports(incident, has))

    yield Sentence(words=_when(incident), refs=frame.refs(incident))
    if incident.actors:
        words = parties(incident.actors)
        yield Sentence(label="By", words=words, refs=told(lambda event: event.actors))
    if incident.targets:
        words = parties(incident.targets)
        yield Sentence(label="Against", words=words, refs=told(lambda event: event.targets))
    if weapon := _weapon(incident):
        yield Sentence(label="With", words=weapon, refs=told(lambda event: event.weapon))
    yield from _protected(incident, frame)
    yield from _kin(incident, frame)
    yield from _alike(incident, frame)


def _when(incident: Incident) -> str:
    words = days.in_words(incident.date)
    return words[:1].upper() + words[1:]


def _weapon(incident: Incident) -> str:
    events = (telling.event for telling in incident.tellings)
    armed = next((event for event in events if event.weapon == incident.weapon), None)
    return wording.weapon(armed) if armed else ""


def _protected(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    for site in incident.protected:
        name = frame.shown(incident, site.name)
        words = f"{name} ({on_one_line(site.site).replace('-', ' ')})"
        refs = frame.shelf.refs([site.event.rpartition("/")[0]])
        yield Sentence(label="Protected", words=words, refs=refs)


def _kin(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    """Say which incidents it is part of, and which are part of it: they are not added up."""
    for label, ids in (("Part of", incident.part_of), ("Sums up", incident.parts)):
        if numbers := frame.of(ids):
            words = "incident" if len(numbers) == 1 else "incidents"
            yield Sentence(label=label, words=words, items=numbers, refs=frame.refs(incident))


def _alike(incident: Incident, frame: Frame) -> Iterator[Sentence]:
    """Name those it is much like: held apart, but a person may find that they are one."""
    own = set(incident.events)
    refs = {ref for p in incident.lookalikes if p.points > _ALIKE for ref in (p.left, p.right)}
    if numbers := frame.told_by(refs - own):
        words = "held apart, but may be the same as incident"
        yield Sentence(words=words, items=numbers, refs=frame.refs(incident))


def _reports(incident: Incident, has: Callable[[Event], object]) -> Iterable[str]:
    tellings: tuple[Telling, ...] = incident.tellings
    return [telling.report.id for telling in tellings if has(telling.event)]
