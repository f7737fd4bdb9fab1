"""The page docs/accuracy.md: numbers from a run, words from ``page.md.j2``."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.quality.intervals import DRAWS
from benchmarks.quality.measuring import Measured
from benchmarks.quality.over_reports import Scenarios
from dateline.records import Card, CardRow

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "accuracy.md"
TEMPLATE = "page.md.j2"
_CLASSES = 5  # of each kind of error, the largest
_LEAST = 5  # fewer cases in both corpora say nothing of a kind
_GROUPS = ("whole", "field", "type", "kind")
_OVER_REPORTS = ("events", "lineages", "best")
_NO_NEWS = {("field", "type")}  # over events of the right type


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a run measured: on each corpus, field by field on two, and over several reports."""

    day: date
    reached: Sequence[Measured]
    cards: tuple[Card, Card]
    scenarios: tuple[Scenarios, Scenarios]


def written(findings: Findings) -> str:
    """Write the page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - it is Markdown, and nothing in it comes from strangers
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE).render(
        version=version("dateline"),
        day=f"{findings.day.day} {findings.day:%B %Y}",
        draws=DRAWS,
        measures=list(_measures(findings.reached)),
        corpora=list(_corpora(findings.reached)),
        peers=list(_peers(findings.reached)),
        cards=findings.cards,
        groups=dict(_groups(*findings.cards)),
        least=_LEAST,
        scenarios=findings.scenarios,
        incidents={name: list(_spreads(name, findings.scenarios)) for name in _OVER_REPORTS},
        errors=[(one.bars.title, error_rows(one.errors)) for one in findings.reached if one.edged],
        incident_errors=[error_rows(many.errors()) for many in findings.scenarios],
    )


def newest_day() -> date:
    """Give the day of the newest commit."""
    words = [shutil.which("git") or "git", "-C", str(ROOT), "log", "-1", "--format=%cs"]
    told = subprocess.run(words, capture_output=True, check=False, text=True)  # noqa: S603 - ours
    if told.returncode or not told.stdout.strip():
        message = "No commit tells the day of the page; name it with --date YYYY-MM-DD"
        raise SystemExit(message)
    return date.fromisoformat(told.stdout.strip())


def error_rows(errors: Counter[tuple[str, str]]) -> list[tuple[str, int, str]]:
    """Give each kind of error with its count and its largest classes, the most frequent first."""
    kinds: dict[str, Counter[str]] = {}
    for (kind, sort), count in errors.items():
        kinds.setdefault(kind, Counter())[sort] += count
    ordered = sorted(kinds.items(), key=lambda item: (-item[1].total(), item[0]))
    return [(kind, sorts.total(), _largest(sorts)) for kind, sorts in ordered]


def _largest(sorts: Counter[str]) -> str:
    ordered = sorted(sorts.items(), key=lambda item: (-item[1], item[0]))
    shown = "; ".join(f"{sort} {count}" for sort, count in ordered[:_CLASSES])
    rest = sum(count for _, count in ordered[_CLASSES:])
    return f"{shown}; others {rest}" if rest else shown


def _measures(reached: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    for one in reached:
        title = one.bars.title
        for value in one.values:
            short = " (short)" if value.is_short else ""
            shown = f"{value.value:.1f}{short}"
            others = one.bars.others(value.measure)
            yield title, value.measure.name, shown, value.shown_edges, value.measure.aim, others
            title = ""


def _corpora(reached: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    for one in reached:
        yield one.bars.title, one.bars.origin, f"{one.units} {one.bars.unit}", f"`{one.digest}`"


def _peers(reached: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    for one in reached:
        title = one.bars.title
        for peer in one.bars.peers:
            yield title, peer.name, peer.scope, peer.source
            title = ""


def _spreads(name: str, folders: Sequence[Scenarios]) -> Iterator[str]:
    for many in folders:
        yield f"{many.mean(name):.1f}"
        yield "{:.1f}–{:.1f}".format(*many.edges(name))


def _groups(own: Card, dev: Card) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Set the rows of two cards side by side, but for those that are too rare in both."""
    both = [{(row.group, row.name): row for row in each.rows} for each in (own, dev)]
    for group in _GROUPS:
        names = dict.fromkeys(name for each in both for of, name in each if of == group)
        listed = sorted(names) if group in {"type", "kind"} else list(names)
        pairs = [
            (name, [each.get((group, name)) for each in both])
            for name in listed
            if (group, name) not in _NO_NEWS
        ]
        yield group, [(name, *_cells(rows)) for name, rows in pairs if _is_frequent(rows)]


def _is_frequent(rows: Sequence[CardRow | None]) -> bool:
    return any(row is not None and row.gold >= _LEAST for row in rows)


def _cells(rows: Sequence[CardRow | None]) -> Iterator[str]:
    for row in rows:
        if row is None:
            yield from ("", "", "")
            continue
        yield str(row.gold)
        yield "" if row.f1 is None else f"{100 * row.f1:.1f}"
        yield "" if row.low is None or row.high is None else _range(row.low, row.high)


def _range(low: float, high: float) -> str:
    return f"{100 * low:.1f}–{100 * high:.1f}"
