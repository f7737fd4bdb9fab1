"""Draw how time and memory grow: ``python -m benchmarks.speed.curves [TEXTS]``.

Both pictures come from one run over the mixed stream, into ``docs/pages``.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy

from benchmarks.speed.measure import bare_model, resident
from benchmarks.speed.stream import mixed
from dateline.pipeline import BATCH, Reader
from dateline.records import Report

PAGES = Path(__file__).parents[2] / "docs" / "pages"
_WIDTH, _HEIGHT, _EDGE = 640, 300, 46
_STEPS = 40  # marks on a curve
Points = list[tuple[float, float]]


def main() -> None:
    """Measure once and write both pictures."""
    given = next((Path(one) for one in sys.argv[1:]), None)
    reports = mixed(given)
    bare = spacy.load(bare_model(), exclude=["attribute_ruler", "lemmatizer", "senter"])
    texts = [report.text for report in reports]
    reader = Reader()
    list(reader.read_many(reports[:BATCH]))
    ours, memory = _follow(reports, reader.read_many(reports))
    theirs, _ = _follow(reports, bare.pipe(texts, batch_size=BATCH))
    last = theirs[-1][1]
    scaled = {
        "bare pipeline": [(x, y / last) for x, y in theirs],
        "dateline": [(x, y / last) for x, y in ours],
    }
    _write("growth-time.svg", "time, where the bare pipeline takes 1 for all", scaled)
    _write("growth-memory.svg", "resident memory, MiB", {"dateline": memory})


def _follow(reports: list[Report], run: Iterable[object]) -> tuple[Points, Points]:
    """Take the time and the memory while a run goes on."""
    step = max(1, len(reports) // _STEPS)
    start = time.process_time()
    spent: Points = [(0.0, 0.0)]
    memory: Points = []
    for number, _ in enumerate(run, start=1):
        if number % step == 0 or number == len(reports):
            spent.append((number, time.process_time() - start))
            memory.append((number, resident() / 1024))
    return spent, memory


def _write(name: str, what: str, curves: dict[str, Points]) -> None:
    (PAGES / name).write_text("\n".join(_draw(what, curves)) + "\n", encoding="utf-8")
    print(f"docs/pages/{name}")


def _draw(what: str, curves: dict[str, Points]) -> Iterator[str]:
    right = max(x for points in curves.values() for x, _ in points)
    top = 1.1 * max(y for points in curves.values() for _, y in points)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    yield ' font-family="sans-serif" font-size="12" fill="none">'
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>'
    base, end = _HEIGHT - _EDGE, _WIDTH - _EDGE
    yield f'<path d="M{_EDGE} 20V{base}H{end}" stroke="#888"/>'
    yield f'<text x="{_EDGE}" y="14" fill="#333">{what}</text>'
    yield f'<text x="{end - 90}" y="{_HEIGHT - 14}" fill="#333">{right:.0f} reports</text>'
    yield f'<text x="6" y="32" fill="#333">{top:.3g}</text>'
    for (name, points), colour in zip(
        curves.items(), ("#999", "#1a5fb4")[-len(curves) :], strict=True
    ):
        marks = " ".join(
            f"{_EDGE + x / right * (end - _EDGE):.1f},{base - y / top * (base - 20):.1f}"
            for x, y in points
        )
        yield f'<polyline points="{marks}" stroke="{colour}" stroke-width="2"/>'
        _, y = points[-1]
        at = base - y / top * (base - 20) - 6
        yield f'<text x="{end - 90}" y="{at:.1f}" fill="{colour}">{name}</text>'
    yield "</svg>"


if __name__ == "__main__":
    main()
