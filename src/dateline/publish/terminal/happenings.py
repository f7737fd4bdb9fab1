"""The events of a report, as a person reads them: when, what, who, how many, says who."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from dateline.publish import days
from dateline.publish.figures import sentences
from dateline.publish.prose import listed, on_one_line
from dateline.publish.terminal import wording
from dateline.publish.terminal.order import Branch, branches
from dateline.records import Event, Figure, Record, When

# Violence, coercion and threats are warm colours; agreement and aid cool ones.
_COLOURS = {
    "ASSAULT": "red",
    "COERCE": "magenta",
    "THREATEN": "yellow",
    "MOBILIZE": "yellow",
    "PROTEST": "blue",
    "AGREE": "green",
    "AID": "green",
    "RETREAT": "green",
    "CONCEDE": "green",
    "COOPERATE": "green",
}
_WHEN_WIDTH = len("28 Jan – 22 Feb")  # longer ones take two lines
_NARROW = 60  # below, the days go above the event instead of beside it


def happenings(
    events: Sequence[Event], record: Record, *, evidence: bool, width: int
) -> Iterator[RenderableType]:
    """Show events in the order of time, wholes with their parts below them."""
    for branch in branches(events):
        body = _tree(branch, record, evidence=evidence)
        when = Text(days.in_words(branch.event.date), style="cyan")
        yield _stacked(when, body) if width < _NARROW else _beside(when, body)
        yield ""


def _beside(when: Text, body: RenderableType) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
    grid.add_column(width=_WHEN_WIDTH)
    grid.add_column(ratio=1)
    grid.add_row(when, body)
    return grid


def _stacked(when: Text, body: RenderableType) -> Group:
    return Group(when, Padding(body, (0, 0, 0, 2)))


def _tree(branch: Branch, record: Record, *, evidence: bool) -> Tree:
    """Draw an event with its parts hanging below it."""
    tree = Tree(_telling(branch.event, record, None, evidence=evidence), guide_style="dim")
    _grow(tree, branch, record, evidence=evidence)
    return tree


def _grow(tree: Tree, branch: Branch, record: Record, *, evidence: bool) -> None:
    for part in branch.parts:
        telling = _telling(part.event, record, branch.event.date, evidence=evidence)
        _grow(tree.add(telling), part, record, evidence=evidence)


def _telling(event: Event, record: Record, above: When | None, *, evidence: bool) -> Group:
    """Tell one event in a few lines; ``above`` is the time its whole has already told."""
    lines: list[RenderableType] = [_headline(event, record, above)]
    figures = [figure for figure in record.figures if figure.event == event.id]
    lines.extend(Text(words) for words in _particulars(event, figures))
    owners = {figure.by for figure in figures}
    if others := [name for name in event.attribution if name not in owners]:
        lines.append(Text(f"according to {listed(others)}", style="dim"))
    if evidence:
        lines.append(_words(_quoted(event, record)))
    return Group(*lines)


def _headline(event: Event, record: Record, above: When | None) -> Text:
    line = Text()
    line.append(wording.kind(event), style=f"bold {_COLOURS.get(event.type, '')}".strip())
    if event.place:
        line.append(f", {wording.place(event.place)}")
    if above not in (None, event.date):
        line.append(f", {days.in_words(event.date)}", style="cyan")
    if doubt := wording.doubt(event, record):
        line.append(f" — {doubt}", style="bold yellow")
    line.append(f"  {event.id}", style="dim")
    return line


def _particulars(event: Event, figures: Sequence[Figure]) -> Iterator[str]:
    who = " · ".join(words for words in (wording.parties(event), wording.weapon(event)) if words)
    if who:
        yield who
    if figures:
        yield "; ".join(sentences(figures))


def _quoted(event: Event, record: Record) -> Iterator[tuple[str, str]]:
    """Pair each field with the words it rests on, the trigger first."""
    for quote in event.evidence:
        yield "event", quote.quote
    for basis in event.basis:
        if basis.quotes:
            yield basis.field, " … ".join(quote.quote for quote in basis.quotes)
    for figure in record.figures:
        if figure.event == event.id:
            yield figure.measure, figure.quote
    for claim in record.claims:
        if event.id in claim.events:
            yield f"{claim.speaker} {wording.stance(claim)}", claim.quote


def _words(pairs: Iterable[tuple[str, str]]) -> Table:
    """Set the words beside the fields that rest on them, each once."""
    fields: dict[str, dict[str, None]] = {}
    for field, words in pairs:
        fields.setdefault(on_one_line(words), {})[on_one_line(field).replace("_", " ")] = None
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(style="dim", max_width=20)
    grid.add_column(style="italic")
    for words, names in fields.items():
        grid.add_row(Text(", ".join(names)), Text(f"“{words}”"))
    return grid
