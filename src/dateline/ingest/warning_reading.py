"""The formats of warnings by their names."""

from collections.abc import Iterable

from dateline.folder import Folder
from dateline.ingest import warnings
from dateline.ingest.confined import confined
from dateline.ingest.warning_format import WarningFormat
from dateline.records.warning import WarningReading

WARNING_FORMATS: Folder[WarningFormat] = Folder(warnings, "WARNINGS", WarningFormat)


def read_warnings(name: str, body: bytes) -> WarningReading:
    """Read an answer or a file in the format of that name, in a child that may die of it."""
    return confined(parse_warnings, body, name)


def parse_warnings(body: bytes, name: str) -> WarningReading:
    """Do what ``read_warnings`` says."""
    return WARNING_FORMATS[name].read(body)


def together(readings: Iterable[WarningReading]) -> WarningReading:
    """Join what one poll read in several documents, whose order then does not matter.

    A feed lists the latest first, so that the end of an alert is often read before the alert.
    """
    read = tuple(readings)
    return WarningReading(
        intervals=tuple(interval for one in read for interval in one.intervals),
        snapshot=bool(read) and all(one.snapshot for one in read),
        closings=tuple(closing for one in read for closing in one.closings),
        at=max((one.at for one in read if one.at), default=None),
        faults=tuple(fault for one in read for fault in one.faults),
    )
