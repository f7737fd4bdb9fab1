"""What words that a person selected may mean: the mentions of the finders that they touch."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

from dateline.extract.coding import find_mentions
from dateline.extract.mentions import FigureMention, Mention
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.extract.wrapping import unwrapped
from dateline.records import Quote, Report

_REACH = 600  # characters around the words that are read with them


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What selected words may mean for a field."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMeaning:
    """A number as it was read from selected words."""

    measure: str
    low: float | None
    high: float | None
    qualifier: str
    population: str | None


def meanings(nlp: Language, report: Report, words: Quote) -> list[Meaning]:
    """Read the paragraph around selected words; give what touches them, the closest first."""
    first, text = _paragraph(unwrapped(report.text), words)
    part = Report(id=report.id, text=text, published=report.published, title=None)
    parse = Parse.of(nlp(text))
    reading = find_mentions(part, parse)
    start, end = words.start - first, words.end - first
    touching = [
        (abs(parse.starts[m.first] - start) + abs(parse.ends[m.end - 1] - end), meaning)
        for m, meaning in _meanings(reading)
        if parse.starts[m.first] < end and parse.ends[m.end - 1] > start
    ]
    touching.sort(key=lambda found: found[0])
    return [meaning for _, meaning in touching]


def _paragraph(text: str, words: Quote) -> tuple[int, str]:
    """Give the lines that hold the words, or as much of them as is wanted, and where they begin."""
    first = max(text.rfind("\n", 0, words.start) + 1, words.start - _REACH)
    last = text.find("\n", words.end)
    end = min(len(text) if last < 0 else last, words.end + _REACH)
    return first, text[first:end]


def _meanings(reading: Reading) -> Iterator[tuple[Mention, Meaning]]:
    yield from ((f, Meaning(field="figure", value=_figure(f))) for f in reading.figures)
    yield from ((t, Meaning(field="date", value=t.bare or t.when)) for t in reading.times)
    yield from ((p, Meaning(field="place", value=p.place)) for p in reading.places)
    yield from ((w, Meaning(field="weapon", value=w.weapon)) for w in reading.weapons)
    named = [actor for actor in reading.actors if not actor.pronoun]
    yield from ((a, Meaning(field="party", value=a.party)) for a in named)


def _figure(found: FigureMention) -> FigureMeaning:
    return FigureMeaning(
        measure=found.measure,
        low=found.low,
        high=found.high,
        qualifier=found.qualifier,
        population=found.population,
    )
