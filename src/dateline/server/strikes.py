"""Strikes with the warnings before them: what was a warning worth, and which strikes had none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from dateline.keeping.showing import incident
from dateline.knowledge.families import family_of, kinds_of
from dateline.publish.forms.warning import IncidentWarning, warning_form
from dateline.publish.incident_places import admin1, admin2
from dateline.reconcile.warned import Happening, Joined, Region, best, joined
from dateline.records import Incident, Listed, Query
from dateline.records.desk import WarningFeed
from dateline.records.warning import Silence, WarningInterval
from dateline.server.regional import regional
from dateline.server.warning import silences_of
from dateline.store import Reading

_MOST = 200  # strikes that are joined at once, the latest
_AROUND = timedelta(days=2)
_STRIKES = ("air", "fire")  # what sirens warn of


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """An incident with what the most telling feed says of it."""

    incident: Listed
    verdict: str
    words: str
    sure: bool
    lead_minutes: tuple[int, int] | None
    warning: WarningInterval | None
    feed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """One feed: where it speaks of, and when it was silent."""

    feed: WarningFeed
    regions: tuple[Region, ...]
    silences: tuple[Silence, ...]


def strikes(store: Reading, query: Query, now: datetime) -> list[Strike]:
    """Join the latest strikes that fit, with a day and a place, to the warnings of all feeds."""
    asked = replace(query, placed=True, dated=True, limit=_MOST)
    rows = store.search(asked if query.kinds else replace(asked, kinds=kinds_of(_STRIKES)))
    feeds = [_heard(store, feed, now) for feed in store.shelf(WarningFeed).all()]
    return [_told(store, incident(store, row.id), row, feeds) for row in rows]


def warnings_of(
    store: Reading, found: Incident, row: Listed, now: datetime
) -> tuple[IncidentWarning, ...]:
    """Say what each feed that speaks of the place of a strike tells of it."""
    known = store.shelf(WarningFeed).all()
    if not known or row.start is None or row.place is None or family_of(row).name not in _STRIKES:
        return ()
    feeds = {feed.id: _heard(store, feed, now) for feed in known}
    told = _joins(store, found, row, tuple(feeds.values()))
    return tuple(
        IncidentWarning(
            feed=feeds[id_].feed.name,
            verdict=one.verdict,
            words=one.words,
            sure=one.sure,
            lead_minutes=one.lead_minutes,
            warning=warning_form(one.warning, feeds[id_].feed) if one.warning else None,
        )
        for id_, one in told.items()
        if not one.strange
    )


def _heard(store: Reading, feed: WarningFeed, now: datetime) -> _Heard:
    known = regional(store, feed, now).regions
    return _Heard(feed=feed, regions=known, silences=silences_of(feed, now))


def _told(store: Reading, found: Incident, row: Listed, feeds: Sequence[_Heard]) -> Strike:
    told = _joins(store, found, row, feeds)
    most = best(told.values())
    feed_id = next((id_ for id_, one in told.items() if one is most), None)
    return Strike(
        incident=row,
        verdict=most.verdict,
        words=most.words,
        sure=most.sure,
        lead_minutes=most.lead_minutes,
        warning=most.warning,
        feed=feed_id,
    )


def _joins(
    store: Reading, found: Incident, row: Listed, feeds: Sequence[_Heard]
) -> dict[str, Joined]:
    """Join one strike to the warnings of each feed."""
    happening = _happening(found)
    near = list(_near(store, row)) if feeds else []
    told = {}
    for heard in feeds:
        own = [interval for id_, interval in near if id_ == heard.feed.id]
        told[heard.feed.id] = joined(happening, own, heard.silences, heard.regions)
    return told


def _near(store: Reading, row: Listed) -> Iterator[tuple[str, WarningInterval]]:
    """Give the warnings of the days around a strike."""
    if row.start is None:
        return
    start = datetime.combine(row.start, datetime.min.time(), UTC) - _AROUND
    end = datetime.combine(row.end or row.start, datetime.min.time(), UTC) + _AROUND
    yield from store.warnings(since=start.timestamp(), until=end.timestamp())


def _happening(found: Incident) -> Happening:
    place = found.place
    bases = (basis for telling in found.tellings for basis in telling.event.basis)
    quotes = (quote.quote for basis in bases if basis.field == "date" for quote in basis.quotes)
    return Happening(
        start=found.date.start,
        end=found.date.end,
        country=place.country if place else None,
        place=place.name if place else None,
        precision=place.precision if place else "unknown",
        admin1=admin1(found),
        admin2=admin2(found),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        words=tuple(dict.fromkeys(quotes)),
    )
