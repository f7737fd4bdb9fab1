"""Moments as the API writes them: ISO 8601, UTC."""

from datetime import UTC, datetime


def moment(seconds: float | None) -> str | None:
    """Write seconds since 1970."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
