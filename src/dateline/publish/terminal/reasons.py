"""Why an event is coded as it is: each field with its words, their place and the rule."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.publish import days
from dateline.publish.figures import in_words
from dateline.publish.prose import on_one_line
from dateline.publish.terminal import wording
from dateline.records import Basis, Claim, Event, Figure, Party, Quote, Record

_LABEL_WIDTH = 12
_NOT_TOLD = "not told"


def reasons(record: Record, event: Event) -> Iterator[RenderableType]:
    """Explain one event of a report with its figures and claims."""
    title = Text(wording.kind(event), style="bold")
    title.append(f"  {record.report.id}/{event.id}", style="dim")
    yield title
    yield ""
    yield _sheet(_fields(event))
    figures = [figure for figure in record.figures if figure.event == event.id]
    claims = [claim for claim in record.claims if event.id in claim.events]
    for name, rows in (("Figures", _figures(figures)), ("Claims", _claims(claims))):
        if lines := list(rows):
            yield Text(f"\n{name.upper()}", style="bold dim")
            yield _sheet(lines)


Row = tuple[str, str, tuple[Quote, ...], str]  # label, value, words, rule


def _sheet(rows: Iterable[Row]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=_LABEL_WIDTH, style="cyan")
    grid.add_column()
    for label, value, quotes, rule in rows:
        grid.add_row(Text(label), _reason(value, quotes, rule))
    return grid


def _reason(value: str, quotes: Iterable[Quote], rule: str) -> Text:
    lines = [Text(value)] if value else []
    for quote in quotes:
        line = Text(f"“{on_one_line(quote.quote)}”", style="italic")
        lines.append(line.append(f"  {quote.start}–{quote.end}", style="not italic dim"))
    if rule:
        lines.append(Text(on_one_line(rule), style="dim"))
    return Text("\n").join(lines)


def _fields(event: Event) -> Iterator[Row]:
    yield "evidence", "", event.evidence, ""
    values = _values(event)
    for field, value in values.items():
        bases = [basis for basis in event.basis if basis.field == field]
        yield _row(field, value or _NOT_TOLD, bases)
    for basis in event.basis:
        if basis.field not in values:
            yield _row(basis.field, "", [basis])


def _row(field: str, value: str, bases: Iterable[Basis]) -> Row:
    bases = list(bases)
    quotes = tuple(dict.fromkeys(quote for basis in bases for quote in basis.quotes))
    rules = ", ".join(dict.fromkeys(basis.rule for basis in bases))
    return field.replace("_", " "), value, quotes, rules and f"by {rules}"


def _values(event: Event) -> dict[str, str]:
    return {
        "kind": f"{event.kind} ({event.type}; ACLED: {event.acled}; CAMEO: {event.cameo})",
        "factuality": event.factuality,
        "background": "yes" if event.background else "no",
        "part_of": event.part_of or "",
        "actors": _parties(event.actors),
        "targets": _parties(event.targets),
        "weapon": event.weapon or "",
        "place": _place(event),
        "date": f"{days.in_words(event.date)} ({event.date.precision})",
        "attribution": ", ".join(on_one_line(name) for name in event.attribution),
    }


def _parties(group: Iterable[Party]) -> str:
    return ", ".join(f"{on_one_line(p.name)} ({p.country or '—'} {p.role})" for p in group)


def _place(event: Event) -> str:
    where = event.place
    if where is None:
        return ""
    point = f", {where.lat:.4f} {where.lon:.4f}" if where.lat is not None else ""
    return f"{on_one_line(where.name)} ({where.country or '—'}, {where.precision}{point})"


def _figures(figures: Iterable[Figure]) -> Iterator[Row]:
    for figure in figures:
        owner = f", according to {on_one_line(figure.by)}" if figure.by else ""
        words = (Quote(start=figure.start, end=figure.end, quote=figure.quote), *_more(figure))
        yield figure.id, f"{in_words(figure)}{owner}", words, _rules(figure)


def _claims(claims: Iterable[Claim]) -> Iterator[Row]:
    for claim in claims:
        cue = f", “{on_one_line(claim.cue)}”" if claim.cue else ""
        words = (Quote(start=claim.start, end=claim.end, quote=claim.quote), *_more(claim))
        value = f"{on_one_line(claim.speaker)} {wording.stance(claim)}{cue}"
        yield claim.id, value, words, _rules(claim)


def _more(coded: Figure | Claim) -> list[Quote]:
    return [quote for basis in coded.basis for quote in basis.quotes]


def _rules(coded: Figure | Claim) -> str:
    rules = dict.fromkeys(f"{basis.field} by {basis.rule}" for basis in coded.basis)
    return ", ".join(rules)
