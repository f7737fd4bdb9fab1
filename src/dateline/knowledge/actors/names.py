"""Named parties: armed groups, bodies, services, media, office-holders, and where they belong."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.actors.nouns import word_list
from dateline.knowledge.files import read_table

_HERE = Path(__file__).parent
_SHORT = 5  # longest all-capitals name read as an abbreviation, which must match letter for letter


@dataclass(frozen=True, slots=True)
class Known:
    """A party known by name: the countries it belongs to (home first) and its role."""

    name: str
    countries: tuple[str, ...]
    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write a name.

    An exact one must match letter for letter; a weak one counts only where its country is in
    the report, and a plain one, a surname that is also a common word, only behind a title.
    """

    written: str
    folded: str
    exact: bool
    weak: bool
    surname: bool
    plain: bool
    bearers: tuple[Known, ...]


_RULERS = ("King", "Pope", "Shei", "Sult")  # known by a first name that others share

NameIndex = dict[str, tuple[Alias, ...]]


@cache
def known_names() -> NameIndex:
    """Index every written form by the first word of its folded form, the longest first."""
    bearers: dict[str, list[Known]] = {}
    for written, known in _written_forms():
        found = bearers.setdefault(written, [])
        if known not in found:
            found.append(known)
    index: dict[str, list[Alias]] = {}
    for written, known_by in bearers.items():
        alias = _alias(written, known_by)
        index.setdefault(alias.folded.split(" ")[0], []).append(alias)
    return {
        key: tuple(sorted(aliases, key=lambda a: (-len(a.folded), a.written)))
        for key, aliases in index.items()
    }


def _alias(written: str, bearers: list[Known]) -> Alias:
    exact = written.isupper() and len(written) <= _SHORT
    weak = written.lower() in word_list("common") or (exact and len(written) < _SHORT)
    surname = all(b.kind == "leaders" and b.name != written for b in bearers)
    settled = len(bearers) == 1 and not bearers[0].countries
    weak = surname or (weak and not settled)
    plain = surname and written.lower() in word_list("plain")
    return Alias(written, fold_name(written), exact, weak, surname, plain, tuple(bearers))


def _written_forms() -> Iterator[tuple[str, Known]]:
    yield from _leaders()
    for path in (*sorted((_HERE / "armed_groups").glob("*.tsv")), *map(_table, _TABLES)):
        for row in read_table(path):
            name, codes, role, *aliases = row
            known = Known(name, _codes(codes), role, path.stem)
            for written in (name, *(a for cell in aliases for a in cell.split(" | "))):
                yield written, known


_TABLES = ("igos", "ngos", "media", "services", "parties")


def _table(stem: str) -> Path:
    return _HERE / f"{stem}.tsv"


def _leaders() -> Iterator[tuple[str, Known]]:
    for codes, role, cell in read_table(_table("leaders")):
        for name in cell.split(" | "):
            known = Known(name, _codes(codes), role, "leaders")
            yield name, known
            last = name.rsplit(" ", 1)[-1]
            if " " in name and name[:4] not in _RULERS:
                yield last, known


def _codes(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split())
