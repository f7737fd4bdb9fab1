"""What analysts corrected, put into a report's coding: each value with the words it rests on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

import msgspec

from dateline.errors import SettingError
from dateline.knowledge.ontology import kinds
from dateline.reconcile.fields import FACTUALITIES
from dateline.reconcile.identity import find
from dateline.records import (
    Basis,
    Correction,
    Event,
    Figure,
    Judgement,
    Party,
    Place,
    Quote,
    Record,
    When,
)

_Form: TypeAlias = Callable[[Event, Any], Event]


class FigureValue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a corrected figure says."""

    measure: str
    low: float | None
    high: float | None
    qualifier: str = "exact"
    population: str | None = None
    event: str | None = None


def corrected(record: Record, judgements: Iterable[Judgement]) -> Record:
    """Put the corrections into a report's coding, the first one first.

    One whose event or words are no longer in the report is passed over; it stays on record.
    """
    for judgement in judgements:
        event = find(judgement.left, record)
        if judgement.correction is not None and event is not None:
            record = _applied(record, event, judgement.correction, judgement.author)
    return record


def checked(correction: Correction) -> None:
    """Refuse a correction that makes no sense."""
    known = ("figure", *_FORMS)
    if correction.field not in known:
        message = f"Unknown field {correction.field!r}; known are: {', '.join(known)}"
        raise SettingError(message, field=correction.field)
    try:
        value = _value(correction)
    except msgspec.ValidationError as error:
        message = f"No value for {correction.field}: {error}"
        raise SettingError(message, field=correction.field) from error
    _sensible(correction.field, value)


def value_now(record: Record, event: Event, field: str, old: Quote | None) -> str | None:
    """Give a field's value as JSON, as a correction finds it."""
    now: Any = getattr(event, field, None)
    if field == "figure":
        now = next((f for f in record.figures if old and _quoted(f) == old), None)
    return None if now is None else msgspec.json.encode(now).decode()


def _sensible(field: str, value: Any) -> None:
    if field == "kind" and value not in kinds():
        message = f"Unknown kind {value!r}; `dateline codes` lists them"
        raise SettingError(message, kind=value)
    if field == "factuality" and value not in FACTUALITIES:
        message = f"Unknown factuality {value!r}; known are: {', '.join(FACTUALITIES)}"
        raise SettingError(message, factuality=value)
    if isinstance(value, When) and value.start and value.end and value.start > value.end:
        message = f"{value.start} is after {value.end}"
        raise SettingError(message, date=str(value.start))
    if isinstance(value, FigureValue):
        low, high = value.low, value.high
        if (low is None and high is None) or (low or 0) > (high if high is not None else low or 0):
            message = "A figure needs a number, and its low may not be above its high"
            raise SettingError(message, low=low, high=high)


def _applied(record: Record, event: Event, correction: Correction, author: str) -> Record:
    quote = _found(correction.quote, record.report.text)
    if correction.quote is not None and quote is None:
        return record
    basis = Basis(
        field=correction.field, rule=f"corrected by {author}", quotes=(quote,) if quote else ()
    )
    if correction.field == "figure":
        return _with_figure(record, event, correction, replace(basis, field="value"), quote)
    changed = _FORMS[correction.field][1](event, _value(correction))
    others = tuple(known for known in event.basis if known.field != correction.field)
    changed = replace(changed, basis=(*others, basis))
    events = tuple(changed if each.id == event.id else each for each in record.events)
    return replace(record, events=events)


def _value(correction: Correction) -> Any:
    wanted = FigureValue if correction.field == "figure" else _FORMS[correction.field][0]
    if correction.value is None and correction.field in ("figure", "place", "weapon"):
        return None
    return msgspec.json.decode(correction.value or "null", type=wanted)


def _found(quote: Quote | None, text: str) -> Quote | None:
    """Find the words again; a new version of the text may have them elsewhere."""
    if quote is None:
        return None
    at = quote.start if text[quote.start : quote.end] == quote.quote else text.find(quote.quote)
    return None if at < 0 else Quote.at(text, at, at + len(quote.quote))


def _with_figure(
    record: Record, event: Event, correction: Correction, basis: Basis, quote: Quote | None
) -> Record:
    """Change, add or take out a figure."""
    old = _figure_at(record.figures, correction.old) if correction.old else None
    if correction.old is not None and old is None:
        return record
    others = [figure for figure in record.figures if old is None or figure.id != old.id]
    value: FigureValue | None = _value(correction)
    if value is None:
        left = (replace(f, of=None) if old and f.of == old.id else f for f in others)
        return replace(record, figures=tuple(left))
    words = quote or (_quoted(old) if old else None)
    if words is None:
        return record
    made = _made(value, event, words, basis)
    kept = replace(made, id=old.id, of=old.of) if old else replace(made, id=_free(record.figures))
    figures = sorted([*others, kept], key=lambda figure: (figure.start, figure.id))
    return replace(record, figures=tuple(figures))


def _made(value: FigureValue, event: Event, words: Quote, basis: Basis) -> Figure:
    return Figure(
        id="",
        measure=value.measure,
        low=value.low,
        high=value.high,
        qualifier=value.qualifier,
        population=value.population,
        event=value.event or event.id,
        quote=words.quote,
        start=words.start,
        end=words.end,
        basis=(basis,),
    )


def _figure_at(figures: Iterable[Figure], sought: Quote) -> Figure | None:
    alike = [figure for figure in figures if figure.quote == sought.quote]
    return min(alike, key=lambda figure: abs(figure.start - sought.start), default=None)


def _quoted(figure: Figure) -> Quote:
    return Quote(start=figure.start, end=figure.end, quote=figure.quote)


def _free(figures: Iterable[Figure]) -> str:
    taken = {figure.id for figure in figures}
    return next(f"f{n}" for n in range(1, len(taken) + 2) if f"f{n}" not in taken)


def _of_kind(event: Event, name: str) -> Event:
    kind = kinds()[name]
    return replace(event, kind=name, type=kind.type, acled=kind.acled, cameo=kind.cameo)


_FORMS: Mapping[str, tuple[Any, _Form]] = {
    "kind": (str, _of_kind),
    "factuality": (str, lambda event, value: replace(event, factuality=value)),
    "weapon": (str | None, lambda event, value: replace(event, weapon=value)),
    "place": (Place | None, lambda event, value: replace(event, place=value)),
    "date": (When, lambda event, value: replace(event, date=value)),
    "actors": (tuple[Party, ...], lambda event, value: replace(event, actors=value)),
    "targets": (tuple[Party, ...], lambda event, value: replace(event, targets=value)),
}
