"""Turn a source into a gold record."""

from dataclasses import dataclass, field
from typing import Any

from benchmarks.quality.authoring.codebook import codebook
from benchmarks.quality.authoring.entries import (
    DIRECT,
    is_figure,
    is_sub_count,
    marked,
    read_claim,
    read_figure,
)
from benchmarks.quality.authoring.faults import SourceError
from benchmarks.quality.authoring.gold import Claim, Event, Figure, Record
from benchmarks.quality.authoring.notation import Block, Line, Source
from benchmarks.quality.authoring.quotes import find_quote
from benchmarks.quality.authoring.values import read_days, read_parties, read_place

FIGURES_ONLY = "figure"
SHARED = {
    "who": ("actors", read_parties),
    "whom": ("targets", read_parties),
    "where": ("place", read_place),
    "when": ("date", read_days),
}


@dataclass
class Draft:
    """A record while its source is being read."""

    text: str
    events: dict[str, Event] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def compile_record(source: Source) -> Record:
    """Compile the whole coding of one report."""
    draft = Draft(source.text)
    for block in source.blocks:
        _read_block(source, draft, block)
    return Record(
        report=source.head,
        text=source.text,
        events=tuple(draft.events.values()),
        figures=tuple(draft.figures),
        claims=tuple(draft.claims),
    )


def _read_block(source: Source, draft: Draft, block: Block) -> None:
    """Read an event with its figures, a claim, or figures that belong to no event."""
    keyword = block.first.words.lstrip("?").split()[0]
    try:
        if keyword in DIRECT:
            name = f"c{len(draft.claims) + 1}"
            draft.claims.append(read_claim(draft.text, block.first.words, name))
        elif keyword == FIGURES_ONLY:
            _read_fields(source, draft, block, None)
        else:
            _read_event(source, draft, block)
    except SourceError as error:
        raise _placed(error, source, block.first) from error


def _placed(error: SourceError, source: Source, line: Line) -> SourceError:
    """Put file and line in front of a fault that does not carry them yet."""
    if str(error).startswith(source.path.name):
        return error
    return error.at(f"{source.path.name}:{line.number}")


def _read_event(source: Source, draft: Draft, block: Block) -> None:
    opening = _event_opening(block.first.words)
    if opening["id"] in draft.events:
        message = f"{opening['id']} is coded twice"
        raise SourceError(message)
    fields = _read_fields(source, draft, block, opening["id"])
    draft.events[opening["id"]] = Event(**{**opening, **fields})


def _event_opening(words: str) -> dict[str, Any]:
    """Read ``e2 airstrike planned background in e1``; a ``?`` in front marks it optional."""
    name, *rest = words.lstrip("?").split()
    if not rest or rest[0] not in codebook().kinds:
        message = f"an event needs an id and a known kind: {words!r}"
        raise SourceError(message)
    kind, *flags = rest
    opening: dict[str, Any] = {
        "id": name,
        "type": codebook().type_of(kind),
        "kind": kind,
        "acled": codebook().acled_of(kind)[0],
        "optional": marked(words),
    }
    while flags:
        flag = flags.pop(0)
        if flag == "in" and flags:
            opening["part_of"] = flags.pop(0)
        elif flag == "background":
            opening["background"] = True
        elif flag in codebook().factualities:
            opening["factuality"] = flag
        else:
            message = f"unknown word after the kind: {flag!r}"
            raise SourceError(message)
    return opening


def _read_fields(source: Source, draft: Draft, block: Block, event: str | None) -> dict[str, Any]:
    """Read the indented lines: fields of the event, and figures, which go to the draft."""
    fields: dict[str, Any] = {"evidence": ()}
    whole: str | None = None
    for line in block.fields:
        key, _, value = line.words.partition(" ")
        try:
            if is_figure(line.words):
                name = f"f{len(draft.figures) + 1}"
                figure = read_figure(draft.text, line.words, name, event=event, whole=whole)
                draft.figures.append(figure)
                whole = whole if is_sub_count(line.words) else name
            else:
                _read_field(draft, fields, key, value.strip())
        except SourceError as error:
            raise _placed(error, source, line) from error
    return fields


def _read_field(draft: Draft, fields: dict[str, Any], key: str, value: str) -> None:
    """Read one field of an event; an event's id as the value copies that event's field."""
    if key in SHARED:
        name, read = SHARED[key]
        other = draft.events.get(value)
        fields[name] = getattr(other, name) if other else read(value)
    elif key == "words":
        fields["evidence"] += (find_quote(draft.text, value),)
    elif key == "cited":
        fields["attribution"] = tuple(name.strip() for name in value.split(";"))
    elif key in ("weapon", "acled", "note"):
        fields[key] = value
    else:
        message = f"unknown field: {key!r}"
        raise SourceError(message)
