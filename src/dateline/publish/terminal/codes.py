"""The codebook's kinds of events as a person reads them in a terminal."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.knowledge.ontology import TYPES, Kind


def all_kinds(kinds: Mapping[str, Kind]) -> Iterator[RenderableType]:
    """List every kind under its type."""
    for name in TYPES:
        of_type = {key: kind for key, kind in kinds.items() if kind.type == name}
        yield Text(name, style="bold")
        yield Padding(_listing(of_type), (0, 0, 1, 2))


def one_kind(name: str, kind: Kind) -> Iterator[RenderableType]:
    """Show one kind with its codes, what it takes to find it, and its examples."""
    yield Text(f"{name} – {kind.definition}", style="bold")
    yield Text(f"type {kind.type} · ACLED {kind.acled} · CAMEO {kind.cameo}")
    yield from _lines("Found in", kind.matches)
    yield from _lines("Not found in", kind.misses)
    yield from _lines("Triggers", kind.triggers)


def _listing(kinds: Mapping[str, Kind]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="cyan", min_width=22)
    grid.add_column()
    for name, kind in kinds.items():
        codes = Text(f"\nACLED {kind.acled} · CAMEO {kind.cameo}", style="dim")
        grid.add_row(Text(name), Text(kind.definition).append_text(codes))
    return grid


def _lines(title: str, lines: tuple[str, ...]) -> Iterator[RenderableType]:
    if lines:
        yield Text(f"\n{title.upper()}", style="bold dim")
        for line in lines:
            yield Padding(Text(line), (0, 0, 0, 2))
