"""Who tells of an incident: publishers, reports, those they cite."""

from datetime import date

from dateline.publish.privacy import hide, withheld
from dateline.publish.tabular import joined
from dateline.records import Incident


def shown(incident: Incident, words: str | None) -> str | None:
    """Take names that are withheld out of words of the reports."""
    return hide(words, withheld(incident)) if words else None


def publishers(incident: Incident) -> str | None:
    """Name the publishers, in the order of publication."""
    return joined(report.publisher for report in incident.reports)


def headlines(incident: Incident) -> str | None:
    """Give the headlines."""
    return shown(incident, joined(report.title for report in incident.reports))


def addresses(incident: Incident) -> str | None:
    """Give the addresses of the reports."""
    return joined(report.url for report in incident.reports)


def cited(incident: Incident) -> str | None:
    """Name those whom the reports cite."""
    names = (name for telling in incident.tellings for name in telling.event.attribution)
    return shown(incident, joined(names))


def first_published(incident: Incident) -> date | None:
    """Give the day of the first report."""
    return min((r.published for r in incident.reports if r.published), default=None)


def last_published(incident: Incident) -> date | None:
    """Give the day of the last report."""
    return max((r.published for r in incident.reports if r.published), default=None)


def first_words(incident: Incident) -> str | None:
    """Quote the words by which the first report tells of it."""
    quotes = (quote.quote for telling in incident.tellings for quote in telling.event.evidence)
    return shown(incident, next(quotes, None))
