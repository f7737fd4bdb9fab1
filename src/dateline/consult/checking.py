"""An answer held against report and codebook: what does not stand is dropped and counted."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from dateline.consult.answer import Answer, SaidClaim, SaidEvent, SaidFigure, SaidParty
from dateline.extract.selecting import FigureMeaning, Meaning
from dateline.knowledge.codes import code_lists
from dateline.knowledge.ontology import kinds
from dateline.reconcile.fields import FACTUALITIES
from dateline.records import (
    Basis,
    Claim,
    Event,
    Figure,
    Party,
    Quote,
    Record,
    Report,
    When,
)

Meanings = Callable[[Report, Quote], list[Meaning]]
_TOLD = ("weapon", "place", "date")  # fields whose value is read in quoted words
_COUNTRY = re.compile(r"[A-Z]{3}")


class Checking:
    """One answer on one report; ``dropped`` counts by reason what did not stand."""

    def __init__(self, report: Report, rule: str, meanings: Meanings) -> None:
        """Check against a report; ``rule`` names the model as the basis of what it said."""
        self._report = report
        self._rule = rule
        self._meanings = meanings
        self.dropped: Counter[str] = Counter()

    def record(self, answer: Answer) -> Record:
        """Give what stands of an answer."""
        events = [self._event(said) for said in answer.events]
        kept = [event for event in events if event]
        named = {id(event): f"e{n}" for n, event in enumerate(kept, 1)}
        ids = [named.get(id(event)) if event else None for event in events]
        return Record(
            report=self._report,
            events=tuple(replace(event, id=named[id(event)]) for event in kept),
            figures=tuple(self._figures(answer.figures, ids)),
            claims=tuple(self._claims(answer.claims)),
        )

    def _event(self, said: SaidEvent) -> Event | None:
        quote = self._located(said.quote)
        kind = kinds().get(said.kind)
        if kind is None:
            self.dropped["event of an unknown kind"] += 1
        if quote is None or kind is None:
            return None
        known = said.factuality in FACTUALITIES
        if not known:
            self.dropped["unknown factuality"] += 1
        told = {name: self._value(name, getattr(said, name)) for name in _TOLD}
        found = {name: value for name, value in told.items() if value}
        return Event(
            id="",
            type=kind.type,
            kind=said.kind,
            acled=kind.acled,
            cameo=kind.cameo,
            factuality=said.factuality if known else "occurred",
            background=said.background,
            actors=tuple(self._parties(said.actors)),
            targets=tuple(self._parties(said.targets)),
            weapon=found["weapon"][0] if "weapon" in found else None,
            place=found["place"][0] if "place" in found else None,
            date=found["date"][0] if "date" in found else When(),
            evidence=(quote,),
            basis=tuple(
                Basis(field=name, rule=self._rule, quotes=(words,))
                for name, (_, words) in {"kind": (said.kind, quote), **found}.items()
            ),
        )

    def _value(self, field: str, words: str | None) -> tuple[Any, Quote] | None:
        """Read the value of a field in quoted words, as Dateline reads it."""
        quote = self._located(words) if words else None
        if quote is None:
            return None
        found = next((m for m in self._meanings(self._report, quote) if m.field == field), None)
        if found is None:
            self.dropped[f"{field} that its words do not tell"] += 1
            return None
        return found.value, quote

    def _parties(self, said: Iterable[SaidParty]) -> Iterator[Party]:
        for one in said:
            quote = self._located(one.words)
            if quote is None:
                continue
            country = one.country if one.country and _COUNTRY.fullmatch(one.country) else None
            role = one.role if one.role in code_lists().roles else "UNK"
            if role != one.role:
                self.dropped["unknown role"] += 1
            yield Party(name=quote.quote, country=country, role=role)

    def _figures(self, said: Iterable[SaidFigure], ids: list[str | None]) -> Iterator[Figure]:
        for n, one in enumerate(said, 1):
            found = self._value("figure", one.quote)
            if found is None:
                continue
            number, quote = found
            assert isinstance(number, FigureMeaning)  # noqa: S101  what the field holds
            at = one.event if one.event is not None and 0 <= one.event < len(ids) else None
            by = self._located(one.by) if one.by else None
            yield Figure(
                id=f"f{n}",
                measure=number.measure,
                low=number.low,
                high=number.high,
                qualifier=number.qualifier,
                population=number.population,
                event=ids[at] if at is not None else None,
                by=by.quote if by else None,
                quote=quote.quote,
                start=quote.start,
                end=quote.end,
                basis=(Basis(field="figure", rule=self._rule, quotes=(quote,)),),
            )

    def _claims(self, said: Iterable[SaidClaim]) -> Iterator[Claim]:
        for n, one in enumerate(said, 1):
            quote, speaker = self._located(one.quote), self._located(one.speaker)
            if one.stance not in code_lists().stances:
                self.dropped["claim of an unknown stance"] += 1
            elif quote and speaker:
                yield Claim(
                    id=f"c{n}",
                    speaker=speaker.quote,
                    cue=None,
                    medium=None,
                    stance=one.stance,
                    direct=one.direct,
                    quote=quote.quote,
                    start=quote.start,
                    end=quote.end,
                    basis=(Basis(field="claim", rule=self._rule, quotes=(quote, speaker)),),
                )

    def _located(self, words: str) -> Quote | None:
        """Find words in the text, whatever the spaces between them; others are dropped."""
        parts = [re.escape(part) for part in words.split()]
        found = re.search(r"\s+".join(parts), self._report.text) if parts else None
        if found is None:
            self.dropped["words that are not in the report"] += 1
            return None
        return Quote.at(self._report.text, found.start(), found.end())
