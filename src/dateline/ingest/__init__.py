"""Bytes into reports: plain text, saved web pages and JSON Lines."""

from dateline.ingest.identity import is_made
from dateline.ingest.options import ReadOptions
from dateline.ingest.reading import FORMATS, map_offsets, read, read_paths

__all__ = ["FORMATS", "ReadOptions", "is_made", "map_offsets", "read", "read_paths"]
