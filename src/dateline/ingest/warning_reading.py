"""The formats of warnings by their names."""

from dateline.folder import Folder
from dateline.ingest import warnings
from dateline.ingest.warning_format import WarningFormat
from dateline.records.warning import WarningReading

WARNING_FORMATS: Folder[WarningFormat] = Folder(warnings, "WARNINGS", WarningFormat)


def read_warnings(name: str, body: bytes) -> WarningReading:
    """Read an answer or a file in the format of that name."""
    return WARNING_FORMATS[name].read(body)
