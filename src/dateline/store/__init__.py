"""Keep a record and find things in it: SQLite, or PostgreSQL with the same behaviour."""

from dateline.store.faults import hidden
from dateline.store.opening import open_store
from dateline.store.reading import Reading
from dateline.store.store import Store
from dateline.store.writing import Writer

__all__ = ["Reading", "Store", "Writer", "hidden", "open_store"]
