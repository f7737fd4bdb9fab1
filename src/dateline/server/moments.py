"""Moments as the API writes them: ISO 8601, UTC."""

from dateline.records.desk import utc


def moment(seconds: float | None) -> str | None:
    """Write seconds since 1970."""
    return None if seconds is None else utc(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")
