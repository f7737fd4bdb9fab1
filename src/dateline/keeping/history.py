"""The record as it was known on a day: made anew from what had been published by then."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from dateline.keeping.changing import keep
from dateline.records import Record
from dateline.store import Reading, open_store


@contextmanager
def as_of(store: Reading, day: date) -> Iterator[Reading]:
    """Open the record of the reports published by a day; those without a day are left out.

    Analysts' judgements hold in it, whenever they were made: they say what is one happening, which
    does not change with what was known of it.
    """
    known = [record for id_ in store.report_ids() if (record := _known(store, id_, day))]
    with open_store(":memory:") as past, past.writing() as write:
        for judgement in store.judgements():
            write.put_judgement(judgement)
        keep(write, known, program="as-of")
        yield write


def _known(store: Reading, id_: str, day: date) -> Record | None:
    """Give a report as it is now, or in the last version that had been published by a day."""
    numbers = (None, *(version.number for version in reversed(store.versions(id_))))
    versions = (store.report(id_, number) for number in numbers)
    return next((known for known in versions if known and _is_out(known, day)), None)


def _is_out(record: Record, day: date) -> bool:
    return record.report.published is not None and record.report.published <= day


def past_id(store: Reading, past: Reading, id_: str) -> str:
    """Give the id that an incident of now bore in the past record; other words stay as they are."""
    if past.events_of(id_):
        return id_
    return next((then for ref in store.events_of(id_) if (then := past.incident_of(ref))), id_)
