"""An incident in a few plain sentences, for channels: codes and figures, no words of a report."""

from collections.abc import Iterator
from datetime import datetime

from dateline.publish.channel import Entry
from dateline.publish.markup import legal
from dateline.publish.personal_names import personal_names
from dateline.publish.privacy import WITHHELD
from dateline.publish.prose import counted, on_one_line
from dateline.records import Listed

_LONGEST_TITLE = 200
_DOUBTFUL = {"denied": "denied", "planned": "planned", "conditional": "conditional"}


def plain(words: str) -> str:
    """Put words on one line, without what a message or a feed cannot hold."""
    return on_one_line(legal(words))


def title(incident: Listed) -> str:
    """Give the title; a person's name in it is withheld, whoever it is."""
    words = plain(incident.title)
    for party in incident.parties:
        for name in personal_names(plain(party), incident.country):
            words = words.replace(name, WITHHELD)
    return words[:_LONGEST_TITLE]


def summary(incident: Listed) -> str:
    """Say when and where it was, what is told of the dead and injured, and how sure it is."""
    return " ".join(_sentences(incident))


def moment(when: datetime) -> str:
    """Write a moment in UTC as feeds want it, without fractions."""
    return when.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _sentences(incident: Listed) -> Iterator[str]:
    if days := _days(incident):
        yield f"When: {days}."
    if incident.place:
        yield f"Where: {_place(incident)}."
    yield from (f"{line}." for line in tolls(incident))
    if incident.factuality in _DOUBTFUL:
        yield f"Reported as {_DOUBTFUL[incident.factuality]}."
    reports, origins = counted(incident.reports, "report"), counted(incident.origins, "origin")
    yield f"Attested: {incident.grade}, by {reports} of {origins}."


def tolls(incident: Listed) -> Iterator[str]:
    """Yield each measure with its bounds."""
    for measure, low, best, high in incident.tolls:
        name = plain(measure).replace("-", " ").capitalize()
        if low is not None and high is not None:
            yield f"{name}: {_number(low)}" + (f" to {_number(high)}" if high != low else "")
        elif low is not None:
            yield f"{name}: at least {_number(low)}"
        elif high is not None:
            yield f"{name}: up to {_number(high)}"
        elif best is not None:
            yield f"{name}: {_number(best)}"


def withdrawn(entry: Entry) -> str:
    """Say what became of an incident that is no more."""
    if entry.successors:
        return "This incident was joined with another or taken apart; see the incidents linked."
    return "This incident is no longer kept."


def _number(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.1f}"


def _days(incident: Listed) -> str | None:
    if incident.start is None:
        return None
    if incident.end is None or incident.end == incident.start:
        return incident.start.isoformat()
    return f"{incident.start.isoformat()} to {incident.end.isoformat()}"


def _place(incident: Listed) -> str:
    words = plain(incident.place or "")
    return f"{words} ({incident.country})" if incident.country else words
