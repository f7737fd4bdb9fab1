"""The training reports, parsed and aligned: which token is the trigger of which coded event."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dateline.extract.happenings import telling_words
from dateline.extract.reading import Reading
from dateline.extract.triggers import PatternMatcher
from dateline.knowledge.ontology import kinds
from dateline.records import Report

REPORTS = Path(__file__).parent / "reports.jsonl"
Coded = dict[str, Any]


@dataclass
class Aligned:
    """One coded report with its reading; ``trigger_of`` maps an event's id to a token.

    ``blurred`` holds tokens that further quotes of an event cover: neither a trigger to learn
    from nor an example of a word that tells nothing.
    """

    coded: Coded
    reading: Reading
    matcher: PatternMatcher
    trigger_of: dict[str, int] = field(default_factory=dict)
    blurred: set[int] = field(default_factory=set)

    def told_at(self, token: int) -> set[str]:
        """Name the events that a quote around the token belongs to."""
        words = [token]
        return {
            event["id"]
            for event in self.coded["events"]
            if any(_covered(self.reading, words, quote) for quote in event["evidence"])
        }


def load_coded(path: Path = REPORTS) -> Iterator[tuple[Report, Coded]]:
    """Yield each report with its coding."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            coded = json.loads(line)
            about = coded["report"]
            published = (
                date.fromisoformat(about["published"][:10]) if about.get("published") else None
            )
            report = Report(
                id=about["id"], text=coded["text"], title=about.get("title"), published=published
            )
            yield report, coded


def align(reading: Reading, coded: Coded) -> Aligned:
    """Find the trigger of each coded event inside its first quote."""
    out = Aligned(coded, reading, PatternMatcher(reading))
    words = list(telling_words(reading, out.matcher))
    for event in sorted(coded["events"], key=lambda e: bool(e.get("optional"))):
        first, *rest = event["evidence"]
        inside = sorted(_covered(reading, words, first), key=lambda i: _rank(out, event, i))
        if inside:
            out.trigger_of[event["id"]] = inside[0]
            out.blurred.update(i for i in inside[1:] if i in out.matcher.matches)
        for quote in rest:
            out.blurred.update(_covered(reading, words, quote))
    out.blurred -= set(out.trigger_of.values())
    return out


def _covered(reading: Reading, words: list[int], quote: str) -> list[int]:
    start = reading.report.text.find(quote)
    end = start + len(quote)
    parse = reading.parse
    return [i for i in words if start >= 0 and parse.starts[i] >= start and parse.ends[i] <= end]


def _rank(aligned: Aligned, event: Coded, token: int) -> tuple[bool, int, bool, int, int]:
    """Sort the likeliest trigger first: not taken, of the kind by its pattern, a verb, high up."""
    parse = aligned.reading.parse
    found = aligned.matcher.matches.get(token, ())
    same_type = any(kinds()[p.kind].type == event["type"] for p in found)
    agrees = 3 if found and found[0].kind == event["kind"] else 0
    agrees = agrees or (2 if any(p.kind == event["kind"] for p in found) else int(same_type))
    depth = sum(1 for _ in parse.ancestors(token))
    taken = token in aligned.trigger_of.values()
    return (taken, -agrees, not parse.tags[token].startswith("VB"), depth, token)
