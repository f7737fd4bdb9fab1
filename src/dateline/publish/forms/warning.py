"""Official warnings, and what they were worth to an incident, as the API gives them."""

from dataclasses import dataclass

from dateline.publish.telling import moment
from dateline.records.desk import WarningFeed
from dateline.records.warning import WarningInterval


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningForm:
    """A warning for a region, from its start to its end."""

    id: str
    feed: str
    feed_name: str
    region: str
    region_name: str
    country: str | None
    level: str
    type: str
    start: str | None
    end: str | None
    state: str
    headline: str | None
    sender: str | None
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchForm:
    """A stretch of time; without a start it was always so, without an end it still is."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionForm:
    """A region: active, partial, clear, or unknown where its feed is silent.

    ``unknown`` are the stretches of the time asked for of which nobody knows.
    """

    uid: str
    name: str
    country: str | None
    level: str
    state: str
    since: str | None
    unknown: tuple[StretchForm, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentWarning:
    """What one feed says of an incident: in a warning, just after one, without one, or unknown.

    ``feed`` is the feed's name. It is ``sure`` where every moment at which the incident may have
    happened has the verdict.
    """

    feed: str
    verdict: str
    words: str
    sure: bool
    lead_minutes: tuple[int, int] | None
    warning: WarningForm | None


def warning_form(interval: WarningInterval, feed: WarningFeed) -> WarningForm:
    """Give a warning of a feed."""
    return WarningForm(
        id=f"{feed.id}/{interval.key}",
        feed=feed.id,
        feed_name=feed.name,
        region=interval.region,
        region_name=interval.region_name,
        country=interval.country,
        level=interval.level,
        type=interval.type,
        start=moment(interval.start),
        end=moment(interval.end) if interval.end else None,
        state="warned",
        headline=interval.headline,
        sender=interval.sender,
        status=interval.status,
    )
