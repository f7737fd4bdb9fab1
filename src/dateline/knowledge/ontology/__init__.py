"""The codebook's kinds of events: one TOML file each in ``kinds/``, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dateline.errors import UnknownNameError
from dateline.knowledge.files import read_toml
from dateline.knowledge.ontology.patterns import Pattern, read_pattern

_FOLDER = Path(__file__).parent
TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST "
    "ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of event with its codes, the words that trigger it, and examples of both sorts."""

    label: str
    type: str
    acled: str
    cameo: str
    definition: str
    triggers: tuple[str, ...]
    matches: tuple[str, ...]
    misses: tuple[str, ...]
    weapons: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse a type that the codebook does not have."""
        if self.type not in TYPES:
            message = f"unknown event type {self.type!r}; known are: {', '.join(TYPES)}"
            raise ValueError(message)  # read_toml turns it into our error and names the file


@cache
def kinds() -> Mapping[str, Kind]:
    """Map the name of every kind to its entry, in the order of the names."""
    files = sorted((_FOLDER / "kinds").glob("*.toml"))
    return {path.stem: read_toml(path, Kind) for path in files}


def kind_named(name: str) -> Kind:
    """Return one kind, or say which ones there are."""
    if name not in kinds():
        known = ", ".join(kinds())
        message = f"Unknown kind {name!r}; known are: {known}"
        raise UnknownNameError(message, name=name, known=tuple(kinds()))
    return kinds()[name]


@cache
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """Map a base form to the patterns that begin with it, the most specific first."""
    index: dict[str, list[Pattern]] = {}
    for name, kind in kinds().items():
        for number, line in enumerate(kind.triggers):
            pattern = read_pattern(line, kind=name, number=number)
            for lemma in pattern.lemmas:
                index.setdefault(lemma, []).append(pattern)
    return {k: tuple(sorted(v, key=Pattern.rank)) for k, v in index.items()}


@cache
def groups() -> Mapping[str, frozenset[str]]:
    """Map the name of a word group to its base forms."""
    table = read_toml(_FOLDER / "groups.toml", dict[str, tuple[str, ...]])
    return {name: frozenset(words) for name, words in table.items()}


@cache
def weapon_words() -> Mapping[tuple[str, ...], str]:
    """Map the base forms of a weapon's name, word by word, to the codebook's weapon."""
    table = read_toml(_FOLDER / "weapons.toml", dict[str, tuple[str, ...]])
    return {tuple(words.split()): weapon for weapon, names in table.items() for words in names}
