"""What the sections share: the shelf of reports, the names of points, the numbers of incidents."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.knowledge.gazetteer.countries import country_of
from dateline.publish.privacy import hide
from dateline.publish.prose import listed, on_one_line
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
    hidden: Mapping[str, re.Pattern[str] | None]  # names to withhold, by incident

    def refs(self, incident: Incident) -> Refs:
        """Give the numbers of the reports that tell an incident."""
        return self.shelf.refs(report.id for report in incident.reports)

    def shown(self, incident: Incident, words: str) -> str:
        """Put words on one line, without the names of private persons that play a part in it."""
        return hide(on_one_line(words), self.hidden.get(incident.id))

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
        """Give the numbers of those incidents that are told in full."""
        return tuple(sorted(self.numbers[id_] for id_ in ids if id_ in self.numbers))

    def told_by(self, events: Iterable[str]) -> Refs:
        """Give the numbers of incidents told in full, by events that tell of them."""
        return self.of(tuple({self.events[ref] for ref in events if ref in self.events}))

    def countries(self, incidents: Iterable[Incident]) -> str:
        """Name the countries of incidents, those of most incidents first."""
        told = Counter(i.place.country for i in incidents if i.place and i.place.country)
        names = [known.name for code, _ in told.most_common() if (known := country_of(code))]
        return listed(names) or "no country"
