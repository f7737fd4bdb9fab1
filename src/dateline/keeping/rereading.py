"""Reports read anew by a newer program; what analysts decided is found again by the words."""

from collections.abc import Iterator

from dateline.records import Report
from dateline.store import Reading


def outdated(store: Reading, program: str) -> Iterator[Report]:
    """Give the reports that another version of the program coded, as they were read."""
    for id_ in list(store.report_ids()):
        if store.program(id_) != program:
            record = store.report(id_)
            if record is not None:
                yield record.report
