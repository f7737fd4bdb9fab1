"""Words for deeds of violence, who does them and what they are done to."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.files import read_toml

_FILE = Path(__file__).with_name("deeds.toml")


@dataclass(frozen=True, slots=True)
class Deeds:
    """Lists of words, by what they tell; the file says which."""

    means: frozenset[str]
    explosives: frozenset[str]
    things: frozenset[str]
    persons: frozenset[str]
    settled: frozenset[str]
    holy: frozenset[str]
    abroad: frozenset[str]
    seats: frozenset[str]
    anybody: frozenset[str]
    groups: frozenset[str]
    vague: frozenset[str]
    idle: frozenset[str]
    armed: frozenset[str]
    grounds: frozenset[str]
    dying: frozenset[str]
    owned: frozenset[str]
    does: frozenset[str]
    happens: frozenset[str]
    receives: frozenset[str]
    blames: frozenset[str]
    plants: frozenset[str]
    bursts: frozenset[str]
    attacks: frozenset[str]
    kidnaps: frozenset[str]
    bombs: frozenset[str]
    harms: frozenset[str]
    burns: frozenset[str]
    robs: frozenset[str]
    wounds: frozenset[str]
    kills: frozenset[str]
    blamed: frozenset[str]
    battle: frozenset[str]
    ruins: frozenset[str]
    styled: frozenset[str]
    given: frozenset[str]
    bands: frozenset[str]
    worn: frozenset[str]
    ruling: frozenset[str]
    ours: frozenset[str]
    says: frozenset[str]
    marks: frozenset[str]
    fates: frozenset[str]
    holds: frozenset[str]
    finds: frozenset[str]
    attempts: frozenset[str]
    sure: frozenset[str]
    forces: frozenset[str]
    shelling: frozenset[str]


@cache
def load_deeds() -> Deeds:
    """Load the lists once."""
    return read_toml(_FILE, Deeds)
