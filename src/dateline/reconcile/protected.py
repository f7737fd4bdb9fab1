"""Stub."""

from dateline.records import Protected, Telling


def protected(telling: Telling) -> tuple[Protected, ...]:
    return ()
