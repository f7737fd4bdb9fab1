"""The tables: totals, and what the map and the timeline show for those who do not see them."""

from collections import Counter
from collections.abc import Sequence

from dateline.knowledge.families import FAMILIES, family_of
from dateline.publish import days
from dateline.publish.figures import number
from dateline.publish.sitrep.contents import Table
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.sorting import by_time, is_placed
from dateline.publish.sitrep.tolls import label, rank
from dateline.publish.sitrep.totals import total
from dateline.publish.sitrep.wordings import many
from dateline.records import Incident

PRECISIONS = {
    "site": "town of the site",
    "settlement": "settlement",
    "admin2": "district",
    "admin1": "province",
    "country": "country",
    "region": "region",
    "sea": "sea",
}
_NONE = "–"


def totals(incidents: Sequence[Incident]) -> Table:
    """Add up each measure over the incidents that count, wholes and parts never twice."""
    measures = {toll.measure for incident in incidents for toll in incident.figures}
    sums = [total(incidents, measure) for measure in sorted(measures, key=rank)]
    return Table(
        caption="Totals over all incidents",
        head=("Measure", "Least", "Most", "Given for"),
        rows=tuple(
            (
                label(found.measure).capitalize(),
                number(found.low),
                number(found.high) + (" or more" if found.open else ""),
                f"{found.incidents:,} of {many(len(incidents), 'incident')}",
            )
            for found in sums
            if found
        ),
        numeric=(1, 2, 3),
        shares=(0, 0, 0, 0),
    )


def places(incidents: Sequence[Incident], frame: Frame) -> Table:
    """List what the map shows, place by place, the most incidents first."""
    there: dict[tuple[str, str], list[Incident]] = {}
    for incident in incidents:
        if incident.place and is_placed(incident):
            key = (frame.where(incident), PRECISIONS.get(incident.place.precision, _NONE))
            there.setdefault(key, []).append(incident)
    ordered = sorted(there.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Table(
        caption="The map as a table",
        head=("Place", "Exact to", "Incidents", "What", "Killed"),
        rows=tuple((*key, _numbers(group, frame), *_what(group)) for key, group in ordered),
        numeric=(4,),
        shares=(0, 0, 1, 2, 0),
    )


def by_day(incidents: Sequence[Incident], frame: Frame) -> Table:
    """List what the timeline shows, day by day."""
    told: dict[str, list[Incident]] = {}
    for incident in sorted(incidents, key=by_time):
        day = days.in_words(incident.date)
        told.setdefault(day[:1].upper() + day[1:], []).append(incident)
    return Table(
        caption="The timeline as a table",
        head=("Days", "Incidents", "What", "Killed"),
        rows=tuple((day, _numbers(group, frame), *_what(group)) for day, group in told.items()),
        numeric=(3,),
        shares=(0, 1, 2, 0),
    )


def _what(group: Sequence[Incident]) -> tuple[str, str]:
    """Count the families, and add up the killed."""
    told = Counter(family_of(incident).name for incident in group)
    words = [f"{f.label} {told[f.name]}" for f in FAMILIES if told[f.name]]
    killed = total(group, "killed")
    return ", ".join(words), killed.words if killed else _NONE


def _numbers(group: Sequence[Incident], frame: Frame) -> str:
    return ", ".join(str(number) for number in frame.of(tuple(i.id for i in group)))
