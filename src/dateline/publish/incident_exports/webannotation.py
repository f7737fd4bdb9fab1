"""Web Annotations as the W3C has them: each quote of each report, found again in its source."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, Any
from urllib.parse import quote as escaped

import msgspec

from dateline.publish.export import IncidentExport
from dateline.publish.figures import in_words
from dateline.publish.privacy import hide, withheld
from dateline.records import Claim, Figure, Incident, Report, Telling

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "urn:dateline:sha256"}]
_AROUND = 32  # characters before and after a quote, enough to tell it from another like it

Body = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Source:
    """A report as a target: what identifies its text, and the stretches that hold names."""

    report: Report
    digest: str
    names: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, report: Report, names: re.Pattern[str] | None) -> "_Source":
        """Find the names in the text."""
        spans = tuple(m.span() for m in names.finditer(report.text)) if names else ()
        return cls(report, sha256(report.text.encode()).hexdigest(), spans)


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write one annotation a line."""
    for incident in incidents:
        for annotation in _annotations(incident):
            stream.write(msgspec.json.encode(annotation).decode())
            stream.write("\n")


def _annotations(incident: Incident) -> Iterator[dict[str, Any]]:
    names = withheld(incident)
    sources = {report.id: _Source.of(report, names) for report in incident.reports}
    about = _about(incident)
    for telling in incident.tellings:
        source = sources[telling.report.id]
        for part, start, end, motivation, body in _parts(telling, names):
            id_ = f"urn:dateline:annotation:{incident.id}:{_escaped(telling.ref)}:{part}"
            yield {
                "@context": _CONTEXT,
                "id": id_,
                "type": "Annotation",
                "motivation": motivation,
                "body": [*about, *body],
                "target": _target(source, start, end),
            }


def _parts(
    telling: Telling, names: re.Pattern[str] | None
) -> Iterator[tuple[str, int, int, str, Body]]:
    """Give every quote: its id, its place, what it is for and what it says."""
    for words in telling.event.evidence:
        yield f"evidence:{words.start}-{words.end}", words.start, words.end, "identifying", []
    for figure in telling.figures:
        body = _described(_figure(figure, names))
        yield f"figure:{_escaped(figure.id)}", figure.start, figure.end, "describing", body
    for claim in telling.claims:
        body = _described(_claim(claim, names))
        yield f"claim:{_escaped(claim.id)}", claim.start, claim.end, "describing", body


def _about(incident: Incident) -> Body:
    """Name the incident and its codes."""
    codes = (f"type:{incident.type}", f"kind:{incident.kind}", f"acled:{incident.acled}")
    identity = {"source": f"urn:dateline:incident:{incident.id}", "purpose": "identifying"}
    tags = ({"type": "TextualBody", "value": c, "purpose": "tagging"} for c in codes)
    return [{"type": "SpecificResource"} | identity, *tags]


def _described(words: str) -> Body:
    return [{"type": "TextualBody", "value": words, "purpose": "describing", "language": "en"}]


def _figure(figure: Figure, names: re.Pattern[str] | None) -> str:
    by = f", according to {figure.by}" if figure.by else ""
    withdrawn = " (withdrawn)" if figure.withdrawn else ""
    return hide(f"{in_words(figure)}{by}{withdrawn}", names)


def _claim(claim: Claim, names: re.Pattern[str] | None) -> str:
    return hide(f"{claim.speaker} {claim.stance}", names)


def _target(source: _Source, start: int, end: int) -> dict[str, Any]:
    report = source.report
    target: dict[str, Any] = {
        "source": report.url or f"urn:dateline:report:{_escaped(report.id)}",
        "sha256": source.digest,
        "selector": list(_selectors(source, start, end)),
    }
    if report.published:
        when = f"{report.published}T00:00:00Z"
        target["state"] = {"type": "TimeState", "sourceDate": when}
    return target


def _selectors(source: _Source, start: int, end: int) -> Iterator[dict[str, Any]]:
    """Select by words and by position; words that hold a name of a private person are not given."""
    text = source.report.text
    if not any(first < end and start < last for first, last in source.names):
        before = max((last for _, last in source.names if last <= start), default=0)
        after = min((first for first, _ in source.names if first >= end), default=len(text))
        yield {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(before, start - _AROUND) : start],
            "suffix": text[end : min(after, end + _AROUND)],
        }
    yield {"type": "TextPositionSelector", "start": start, "end": end}


def _escaped(name: str) -> str:
    return escaped(name, safe="/")


EXPORT = IncidentExport(
    media_type='application/jsonl; profile="http://www.w3.org/ns/anno.jsonld"',
    suffix=".annotations.jsonl",
    description="a W3C Web Annotation for each quote, figure and claim, one a line",
    write=write,
)
