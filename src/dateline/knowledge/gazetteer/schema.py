"""The gazetteer's file: one table of places, one from folded names to places."""

import sqlite3
import struct
from collections.abc import Iterable

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, precision INTEGER NOT NULL,
  lat INTEGER NOT NULL, lon INTEGER NOT NULL, country TEXT, admin1 TEXT, population INTEGER
);
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE sound (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE unit (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE side (code TEXT PRIMARY KEY, lat INTEGER NOT NULL, lon INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE kind (number INTEGER PRIMARY KEY, kind TEXT NOT NULL);
CREATE TABLE source (name TEXT PRIMARY KEY, version TEXT NOT NULL, licence TEXT NOT NULL);
"""
DEGREE = 10_000  # points are kept to a ten-thousandth of a degree, some ten metres
_INT = struct.Struct("<i")


def pack(ids: Iterable[int]) -> bytes:
    """Write GeoNames ids as four bytes each."""
    return b"".join(_INT.pack(n) for n in ids)


def unpack(blob: bytes) -> tuple[int, ...]:
    """Read what ``pack`` wrote."""
    return tuple(n for (n,) in _INT.iter_unpack(blob))


def create(path: str) -> sqlite3.Connection:
    """Make an empty file that comes out the same, byte for byte, from the same rows."""
    base = sqlite3.connect(path)
    base.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;")
    base.executescript(SCHEMA)
    return base
