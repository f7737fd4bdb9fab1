"""What the report covers, in words, and its one sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.knowledge.gazetteer.countries import country_of
from dateline.publish import days
from dateline.publish.prose import listed, on_one_line
from dateline.publish.sitrep.contents import Scope
from dateline.publish.sitrep.shelf import Shelf
from dateline.publish.sitrep.totals import total
from dateline.publish.sitrep.wordings import counters, many
from dateline.records import Incident, When

_NAMED = 5  # countries in a title; more are "several countries"
_ENOUGH = 2  # independent origins


def area(scope: Scope, incidents: Sequence[Incident]) -> str:
    """Name the area asked for, or the countries that the incidents are in."""
    if scope.area:
        return on_one_line(scope.area)
    codes = Counter(i.place.country for i in incidents if i.place and i.place.country)
    names = [known.name for code in codes if (known := country_of(code))]
    if not names:
        return "all places"
    return listed(sorted(names)) if len(names) <= _NAMED else f"{len(names)} countries"


def span(scope: Scope, incidents: Sequence[Incident]) -> str:
    """Write the days asked for; where an end is open, the incidents say it."""
    starts = [incident.date.start for incident in incidents if incident.date.start]
    ends = [incident.date.end for incident in incidents if incident.date.end]
    first, last = scope.since or min(starts, default=None), scope.until or max(ends, default=None)
    if first and last and first <= last:
        return days.in_words(When(start=first, end=last, precision="day"))
    if scope.since:
        return f"from {days.day(scope.since)}"
    return f"until {days.day(scope.until)}" if scope.until else "all days"


def summary(where: str, when: str, incidents: Sequence[Incident]) -> str:
    """Say it in one sentence."""
    return f"{when[:1].upper()}{when[1:]}, {where}: {', '.join(_counts(incidents))}."


def about(scope: Scope, shelf: Shelf) -> tuple[str, ...]:
    """Say what it rests on, and what was left out by choice."""
    lines = [counters(len(shelf.reports), len(shelf.names))]
    published = [report.published for report in shelf.reports if report.published]
    if published:
        when = When(start=min(published), end=max(published), precision="day")
        lines[0] += f", published {days.in_words(when)}"
    if scope.filters:
        lines.append(f"Only {listed(scope.filters)}")
    return tuple(lines)


def _counts(incidents: Sequence[Incident]) -> Iterator[str]:
    yield many(len(incidents), "incident") if incidents else "no incidents in this record"
    if not incidents:
        return
    backed = sum(1 for incident in incidents if incident.origins >= _ENOUGH)
    yield f"{backed or 'none'} told by two or more independent origins"
    for measure in ("killed", "injured"):
        if found := total(incidents, measure):
            yield f"{found.words} {measure}"
    disputed = sum(1 for incident in incidents if incident.grade.grade == "contested")
    if disputed:
        yield f"{disputed:,} contested"
