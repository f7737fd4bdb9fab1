"""Which incidents a data set of events that took place would have."""

from collections.abc import Iterable, Iterator

from dateline.records import Incident


def taken_place(incidents: Iterable[Incident]) -> Iterator[Incident]:
    """Leave out what did not take place, what is only recalled, and what its parts say better.

    A wider incident that the record has the parts of would count their dead twice.
    """
    for incident in incidents:
        if incident.factuality == "occurred" and not is_background(incident) and not incident.parts:
            yield incident


def is_background(incident: Incident) -> bool:
    """Tell whether every report recalls it as history."""
    return all(telling.event.background for telling in incident.tellings)
