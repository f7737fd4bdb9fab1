"""What is measured on which corpus, what it must reach, and who stands beside."""

from pathlib import Path

import msgspec

from benchmarks.quality.scorers import BENCH

BARS = Path(__file__).with_name("bars.toml")


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number of a scorer's, made per cent, and what it must reach."""

    name: str
    at: str
    scale: float
    bar: float | None = None

    @property
    def aim(self) -> str:
        """Write what must be reached, where anything must."""
        return "" if self.bar is None else f"{self.bar:g}"


class Peer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What another reader reaches by the names of measures; on what, and who says so."""

    name: str
    values: dict[str, float]
    scope: str
    source: str


class Bars(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The measures of one gold file."""

    corpus: str
    gold: str
    title: str
    unit: str
    origin: str
    measures: tuple[Measure, ...]
    peers: tuple[Peer, ...] = ()

    @property
    def path(self) -> Path:
        """Say where the gold file is."""
        return BENCH / self.gold

    def others(self, measure: Measure) -> str:
        """Name who else was measured so, with the number."""
        beside = ((one.name, one.values.get(measure.name)) for one in self.peers)
        return "; ".join(f"{name} {value}" for name, value in beside if value is not None)


class _Content(msgspec.Struct, forbid_unknown_fields=True):
    corpora: tuple[Bars, ...]


def load_bars() -> tuple[Bars, ...]:
    """Read what is asked of each corpus."""
    return msgspec.toml.decode(BARS.read_bytes(), type=_Content).corpora
