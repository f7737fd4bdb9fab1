"""The enumerations that a coding may use, read from ``codebook.toml``."""

from functools import cache
from pathlib import Path

import msgspec

SOURCE = Path(__file__).with_name("codebook.toml")


class Codebook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every value that a field of a gold record may take."""

    roles: frozenset[str]
    weapons: frozenset[str]
    place_precisions: frozenset[str]
    date_precisions: frozenset[str]
    factualities: frozenset[str]
    measures: frozenset[str]
    populations: frozenset[str]
    qualifiers: frozenset[str]
    scopes: frozenset[str]
    stances: frozenset[str]
    kinds: dict[str, tuple[str, ...]]

    def type_of(self, kind: str) -> str:
        """Name the type that a kind fixes."""
        return self.kinds[kind][0]

    def acled_of(self, kind: str) -> tuple[str, ...]:
        """List the ACLED sub-events a kind may carry, the usual one first."""
        return self.kinds[kind][1:]


@cache
def codebook() -> Codebook:
    """Read the enumerations once."""
    return msgspec.toml.decode(SOURCE.read_bytes(), type=Codebook)
