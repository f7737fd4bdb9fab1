"""What a Dateline code is in the code lists of others: ACLED, UCDP, CAMEO, PLOVER."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from dateline.knowledge.files import ROOM, read_table, read_toml

_NONE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCodes:
    """One kind of event in other lists; ``crosswalk.toml`` says what each field holds."""

    acled: str = ""
    actors: str = ""
    targets: str = "Civilians"
    force: bool = False
    one_sided: bool = False
    plover: str = ""
    mode: str = ""
    cameo: str = ""
    weapons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """What a number word, known by its bounds, is counted as."""

    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Acled:
    """ACLED's lists."""

    vague: tuple[Vague, ...]
    places: Mapping[str, int]
    inter: tuple[str, ...]
    roles: Mapping[str, str]
    disorder: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cameo:
    """CAMEO's codes of roles."""

    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """PLOVER's quads, scores, modes by weapon and sectors."""

    weapons: Mapping[str, str]
    quads: Mapping[str, int]
    scores: Mapping[str, float]
    modes: Mapping[str, float]
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """All of ``crosswalk.toml``."""

    state: frozenset[str]
    armed_groups: frozenset[str]
    civilian: frozenset[str]
    kinds: Mapping[str, KindCodes]
    acled: Acled
    cameo: Cameo
    plover: Plover

    @property
    def armed(self) -> frozenset[str]:
        """List the roles that bear arms, on whatever side."""
        return self.state | self.armed_groups

    def kind(self, name: str) -> KindCodes:
        """Give the codes of a kind; one that is not listed has none."""
        return self.kinds.get(name, KindCodes())


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """A country in other lists; None where they have none for it."""

    numeric: str | None = None
    acled_region: str | None = None
    ucdp_region: str | None = None


@cache
def crosswalk() -> Crosswalk:
    """Read the lists, once."""
    return read_toml(ROOM / "crosswalk.toml", Crosswalk)


def country_codes(alpha3: str | None) -> CountryCodes:
    """Give the codes of a country; none where no country is told."""
    return _countries().get(alpha3 or "", CountryCodes())


def goldstein(cameo: str) -> float | None:
    """Give the Goldstein score of a CAMEO code, or of the next wider code that has one."""
    scores = _goldstein()
    return next((scores[c] for n in range(len(cameo), 1, -1) if (c := cameo[:n]) in scores), None)


@cache
def _countries() -> Mapping[str, CountryCodes]:
    rows = read_table(ROOM / "country_codes.tsv")
    return {
        alpha3: CountryCodes(*(None if cell == _NONE else cell for cell in cells))
        for alpha3, *cells in rows
    }


@cache
def _goldstein() -> Mapping[str, float]:
    return {code: float(score) for code, score in read_table(ROOM / "goldstein.tsv")}
