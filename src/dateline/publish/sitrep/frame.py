"""What the sections share: the shelf of reports, the names of points, the numbers of incidents."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.knowledge.gazetteer.countries import country_of
from dateline.publish.prose import listed
from dateline.publish.sitrep.contents import Refs
from dateline.publish.sitrep.shelf import Shelf
from dateline.publish.sitrep.wordings import Names, kind, parties, where
from dateline.records import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Only incidents that are told in full have a number."""

    shelf: Shelf
    names: Names
    numbers: Mapping[str, int]
    events: Mapping[str, str]  # the incidents by the events that tell of them

    def refs(self, incident: Incident) -> Refs:
        """Number the reports that tell an incident."""
        return self.shelf.refs(report.id for report in incident.reports)

    def where(self, incident: Incident) -> str:
        """Name its place; empty where nobody says."""
        return where(incident.place, self.names)

    def title(self, incident: Incident) -> str:
        """Name it by what and where, or where nobody says where, by who."""
        head = kind(incident)
        if place := self.where(incident):
            return f"{head}, {place}"
        return f"{head} by {parties(incident.actors[:1])}" if incident.actors else head

    def of(self, ids: tuple[str, ...]) -> Refs:
        """Number those incidents of the ids that are told in full."""
        return tuple(sorted(self.numbers[id_] for id_ in ids if id_ in self.numbers))

    def told_by(self, events: Iterable[str]) -> Refs:
        """Number those incidents told in full that events tell of."""
        return self.of(tuple({self.events[ref] for ref in events if ref in self.events}))

    def countries(self, incidents: Iterable[Incident]) -> str:
        """Name the countries of incidents, those of most incidents first."""
        told = Counter(i.place.country for i in incidents if i.place and i.place.country)
        names = [known.name for code, _ in told.most_common() if (known := country_of(code))]
        return listed(names) or "no country"
