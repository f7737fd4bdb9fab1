"""The key points: the largest tolls, protected sites, what is open."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.publish import days
from dateline.publish.figures import number
from dateline.publish.prose import listed, on_one_line
from dateline.publish.sitrep.contents import Refs, Sentence
from dateline.publish.sitrep.disputes import disputes
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.sorting import is_dated, is_placed
from dateline.publish.sitrep.tolls import bounds, label, refs_of
from dateline.publish.sitrep.wordings import counters, many
from dateline.records import Incident, Toll

_TOLLS = 3
_PLACES = 3
_SITES = 5
_FOLLOWED = 15  # numbers behind one point


def key_points(incidents: Sequence[Incident], frame: Frame) -> tuple[Sentence, ...]:
    """Say what a reader must know who reads nothing else."""
    return (
        *_largest(incidents, frame),
        *_sites(incidents, frame),
        *_places(incidents, frame),
        *_open(incidents, frame),
    )


def _largest(incidents: Sequence[Incident], frame: Frame) -> Iterator[Sentence]:
    """Name the incidents with most killed; where nobody was, those with most injured."""
    for measure in ("killed", "injured"):
        found = [(toll, i) for i in incidents if (toll := i.toll(measure)) and _size(toll)]
        found.sort(key=lambda pair: (-_size(pair[0]), frame.numbers[pair[1].id]))
        for toll, incident in found[:_TOLLS]:
            yield _toll(toll, incident, frame)
        if found:
            return


def _toll(toll: Toll, incident: Incident, frame: Frame) -> Sentence:
    told = counters(len(incident.reports), incident.origins)
    best = f", best supported {number(toll.best)}" if toll.best and toll.low != toll.high else ""
    words = (
        f"{bounds(toll)}{best}: {frame.title(incident)}, {days.in_words(incident.date)}; "
        f"{told}, graded {on_one_line(incident.grade.grade)}."
    )
    numbers = (frame.numbers[incident.id],)
    name = label(toll.measure).capitalize()
    return Sentence(label=name, words=words, items=numbers, refs=refs_of(toll, frame.shelf))


def _size(toll: Toll) -> float:
    return toll.best if toll.best is not None else toll.low or 0


def _sites(incidents: Sequence[Incident], frame: Frame) -> Iterator[Sentence]:
    for incident in [i for i in incidents if i.protected][:_SITES]:
        names = listed(
            f"{site.name} ({site.site.replace('-', ' ')})" for site in incident.protected
        )
        when = days.in_words(incident.date)
        words = f"{frame.shown(incident, names)}: {frame.title(incident)}, {when}."
        refs = frame.shelf.refs(site.event.rpartition("/")[0] for site in incident.protected)
        numbers = (frame.numbers[incident.id],)
        yield Sentence(label="Protected", words=words, items=numbers, refs=refs)


def _places(incidents: Sequence[Incident], frame: Frame) -> Iterator[Sentence]:
    """Name the places with most incidents, where any has more than one."""
    told = Counter(name for incident in incidents if (name := frame.where(incident)))
    most = [(name, count) for name, count in told.most_common(_PLACES) if count > 1]
    if most:
        words = f"{listed(f'{name} ({count})' for name, count in most)}."
        names = {name for name, _ in most}
        there = [r.id for i in incidents if frame.where(i) in names for r in i.reports]
        yield Sentence(label="Most incidents", words=words, refs=_few(frame.shelf.refs(there)))


def _open(incidents: Sequence[Incident], frame: Frame) -> Iterator[Sentence]:
    disputed = [i for i in incidents if list(disputes([i], frame))]
    if disputed:
        words = f"{many(len(disputed), 'incident')} of {len(incidents):,}; see “Disputed”."
        yield Sentence(
            label="Disputed", words=words, items=_few(frame.of(tuple(i.id for i in disputed)))
        )
    lost = [i for i in incidents if not (is_placed(i) and is_dated(i))]
    if lost:
        words = f"{many(len(lost), 'incident')} without a place or a day."
        numbers = _few(frame.of(tuple(i.id for i in lost)))
        yield Sentence(label="Not on the map or timeline", words=words, items=numbers)


def _few(numbers: Refs) -> Refs:
    """Leave out numbers that nobody would follow here: the sections below have them all."""
    return numbers if len(numbers) <= _FOLLOWED else ()
