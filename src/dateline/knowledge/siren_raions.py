"""Which oblast of Ukraine a raion is in, for feeds that do not say so."""

from functools import cache

from dateline.knowledge.files import ROOM, read_table
from dateline.knowledge.siren_regions import region_key

_NO_OBLAST = ("UA-43",)  # a republic


def oblast_of(raion: str) -> str | None:
    """Return the code of a raion's oblast."""
    return _raions().get(region_key(raion, "raion"))


def oblast_code(name: str) -> str | None:
    """Return the code of an oblast."""
    code = region_key(name, "oblast")
    return code if code in _names() else None


def oblast_name(code: str, *, ukrainian: bool = False) -> str:
    """Name an oblast in English or in Ukrainian: Kharkiv Oblast, Харківська область."""
    english, own = _names()[code]
    if code in _NO_OBLAST:
        return own if ukrainian else english
    return f"{own} область" if ukrainian else f"{english} Oblast"


@cache
def _raions() -> dict[str, str]:
    rows = read_table(ROOM / "siren_raions.tsv")
    return {region_key(name, "raion"): code for code, names in rows for name in names.split(";")}


@cache
def _names() -> dict[str, tuple[str, str]]:
    rows = read_table(ROOM / "siren_regions.tsv")
    return {
        code: (names.split(";")[0], names.split(";")[-1])
        for code, city, names in rows
        if city == "-"
    }
