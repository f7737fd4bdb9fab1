"""Check gold records against the codebook; every problem is a sentence that says where."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import UNSET

from benchmarks.quality.authoring.codebook import codebook
from benchmarks.quality.authoring.gold import Claim, Event, Figure, Party, Place, Record
from benchmarks.quality.authoring.quotes import FOLD

RECENT = timedelta(days=30)  # older happenings are background
WORDS = range(100, 331)  # a report of the corpus is as long as a short article
LATITUDES, LONGITUDES = 90, 180


def problems(record: Record) -> list[str]:
    """List what is wrong with a record; nothing is the normal case."""
    name = record.report.id
    found = [
        *_about_report(record),
        *_about_ids(record),
        *(f"{e.id}: {p}" for e in record.events for p in _about_event(record, e)),
        *(f"{f.id}: {p}" for f in record.figures for p in _about_figure(record, f)),
        *(f"{c.id}: {p}" for c in record.claims for p in _about_claim(record, c)),
    ]
    return [f"{name}/{problem}" for problem in found]


def _about_report(record: Record) -> Iterator[str]:
    count = len(record.text.split())
    if count not in WORDS:
        yield f"text: {count} words, not {WORDS.start} to {WORDS.stop - 1}"
    if not record.report.synthetic:
        yield "report: not marked synthetic"
    if not record.events and (record.figures or record.claims):
        yield "report: figures or claims, but no event"


def _about_ids(record: Record) -> Iterator[str]:
    names = [e.id for e in record.events]
    names += [f.id for f in record.figures] + [c.id for c in record.claims]
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{name}: the id is used {times} times"


def _about_event(record: Record, event: Event) -> Iterator[str]:
    book = codebook()
    if event.type != book.type_of(event.kind):
        yield f"kind {event.kind} is not of type {event.type}"
    if event.acled not in book.acled_of(event.kind):
        yield f"kind {event.kind} has no ACLED sub-event {event.acled!r}"
    if event.factuality not in book.factualities:
        yield f"unknown factuality {event.factuality!r}"
    if event.weapon is not None and event.weapon not in book.weapons:
        yield f"unknown weapon {event.weapon!r}"
    if not event.evidence:
        yield "no evidence"
    yield from _about_quotes(record, event.evidence)
    yield from _about_parent(record, event)
    for party in (*event.actors, *event.targets):
        yield from _about_party(record, party)
    yield from _about_names(record, event.attribution)
    if event.place is not None:
        yield from _about_place(record, event.place)
    yield from _about_date(record, event)


def _about_quotes(record: Record, quotes: tuple[str, ...]) -> Iterator[str]:
    for quote in quotes:
        if quote not in record.text:
            yield f"not in the text: {quote!r}"


def _about_parent(record: Record, event: Event) -> Iterator[str]:
    """Follow ``part_of`` upwards; it must end."""
    parents = {e.id: e.part_of for e in record.events}
    seen, above = {event.id}, event.part_of
    while above is not None:
        if above not in parents:
            yield f"part of {above}, which does not exist"
            return
        if above in seen:
            yield f"part of itself through {above}"
            return
        seen.add(above)
        above = parents[above]


def _about_party(record: Record, party: Party) -> Iterator[str]:
    if party.role not in codebook().roles:
        yield f"unknown role {party.role!r} of {party.name}"
    yield from _about_names(record, (party.name,))


def _about_place(record: Record, place: Place) -> Iterator[str]:
    if abs(place.lat) > LATITUDES or abs(place.lon) > LONGITUDES:
        yield f"coordinates out of range: {place.lat} {place.lon}"
    if place.precision not in codebook().place_precisions:
        yield f"unknown precision of a place {place.precision!r}"
    yield from _about_names(record, (place.name,))


def _about_names(record: Record, names: tuple[str, ...]) -> Iterator[str]:
    """Names are the report's own words, each of them somewhere in the text."""
    text = record.text.translate(FOLD).lower()
    for name in names:
        words = name.translate(FOLD).lower().split()
        if missing := [word for word in words if word.strip(".,'\"()") not in text]:
            yield f"name {name!r} has words that the text has not: {', '.join(missing)}"


def _about_date(record: Record, event: Event) -> Iterator[str]:
    when, published = event.date, record.report.published
    if when.precision not in codebook().date_precisions:
        yield f"unknown precision of a date {when.precision!r}"
    if when.start is None or when.end is None:
        return
    if when.start > when.end:
        yield f"ends on {when.end}, before it starts on {when.start}"
    if when.start > published and event.factuality == "occurred":
        yield f"occurred on {when.start}, after publication"
    yield from _about_background(event, when.start, when.end, published)


def _about_background(event: Event, start: date, end: date, published: date) -> Iterator[str]:
    """Demand background of what ended long ago; allow it to what has run for long."""
    is_old = published - end > RECENT
    if is_old and not event.background:
        yield f"ended on {end}, over 30 days before publication, but is not background"
    if event.background and not is_old and end - start <= RECENT:
        yield f"background, but of {start} to {end}, within 30 days"


def _about_figure(record: Record, figure: Figure) -> Iterator[str]:
    book = codebook()
    if figure.measure not in book.measures:
        yield f"unknown measure {figure.measure!r}"
    if figure.population is not None and figure.population not in book.populations:
        yield f"unknown population {figure.population!r}"
    if figure.qualifier not in book.qualifiers or figure.scope not in book.scopes:
        yield f"unknown qualifier or scope {figure.qualifier!r} {figure.scope!r}"
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        yield f"bounds {figure.low} to {figure.high}"
    if figure.event is not None and figure.event not in {e.id for e in record.events}:
        yield f"of the event {figure.event}, which does not exist"
    if figure.of is not UNSET and figure.of not in {f.id for f in record.figures} - {figure.id}:
        yield f"a part of {figure.of}, which does not exist"
    if figure.by is not None:
        yield from _about_names(record, (figure.by,))
    yield from _about_quotes(record, (figure.quote,))


def _about_claim(record: Record, claim: Claim) -> Iterator[str]:
    if claim.stance not in codebook().stances:
        yield f"unknown stance {claim.stance!r}"
    for event in claim.events:
        if event not in {e.id for e in record.events}:
            yield f"speaks of the event {event}, which does not exist"
    named = (claim.speaker, claim.cue, claim.medium)
    yield from _about_names(record, tuple(name for name in named if name))
    yield from _about_quotes(record, (claim.quote,))
