"""When a delivery that failed is tried again."""

# Seconds before each further try: quickly first, for a restart, then for more than a day.
_WAITS = (5.0, 30.0, 120.0, 600.0, 3600.0, 18_000.0, 86_400.0)


def next_try(attempts: int) -> float | None:
    """Return how many seconds to wait after so many failed attempts; None gives up."""
    return _WAITS[attempts - 1] if 1 <= attempts <= len(_WAITS) else None
