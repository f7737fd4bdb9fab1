"""The performance card: ``python -m benchmarks.speed.measure [TEXTS]``. Ratios within one run.

Machines differ and are shared; the same texts through the bare language pipeline in the same run
are the yardstick. Cold starts and memory are measured in processes of their own. ``TEXTS``, JSON
Lines with a ``text`` each, are the nine reports in ten of the mixed stream that tell of no
conflict; without them the invented local news of the training are, which flatters.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.speed.stream import mixed
from dateline.extract.language import MODELS
from dateline.pipeline import BATCH, Reader
from dateline.records import Report

REPORTS = Path(__file__).parents[1] / "training" / "reports.jsonl"
ROUNDS = 3
MANY = 2000
QUARTER = MANY // 4


def main() -> None:
    """Print every measure with what it should reach."""
    if "--memory" in sys.argv:
        print(json.dumps(memory()))
        return
    given = next((Path(one) for one in sys.argv[1:] if not one.startswith("--")), None)
    bare = spacy.load(bare_model(), exclude=["attribute_ruler", "lemmatizer", "senter"])
    print("words a second, reader over bare pipeline")
    print(
        f"  reports of conflict                       {ratio(list(_reports()), bare):.2f}   (≥ 0.5)"
    )
    print(f"  mixed stream, one in ten of conflict      {ratio(mixed(given), bare):.2f}   (≥ 3)")
    print(f"dateline --help, cold start                 {cold('--help'):.2f} s (≤ 0.3)")
    article = "examples/uvira-wire-feature.txt"
    print(f"dateline read of one article, cold start    {cold('read', article):.2f} s (≤ 3)")
    first, last, peak = _apart()
    print(f"memory, last 500 over first 500 of {MANY}      {last / first:.3f}  (≤ 1.1)")
    print(f"memory, peak                                {peak / 1024:.0f} MiB (≤ 1024)")


def ratio(reports: list[Report], bare: Language) -> float:
    """Give the reader's words a second over those of the tagger, parser and NER alone."""
    reader = Reader()
    texts = [report.text for report in reports]
    list(reader.read_many(reports[:BATCH]))
    list(bare.pipe(texts[:BATCH]))
    ours, theirs = [], []
    for _ in range(ROUNDS):  # in turn, so that a slow moment of the machine meets both
        theirs.append(_seconds(lambda: bare.pipe(texts, batch_size=BATCH)))
        ours.append(_seconds(lambda: reader.read_many(reports)))
    return min(theirs) / min(ours)


def cold(*arguments: str) -> float:
    """Give the best of three wall-clock times of a command, in seconds."""
    command = [str(Path(sys.executable).with_name("dateline")), *arguments]
    return min(_seconds(lambda: [_run(command)]) for _ in range(ROUNDS))


def memory() -> tuple[int, int, int]:
    """Read many reports; give mean resident KiB over the first and last quarter, and the peak."""
    reader = Reader()
    seen = []
    stream = islice(cycle(_reports()), MANY)
    for number, _ in enumerate(reader.read_many(stream), start=1):
        if number % BATCH == 0:
            seen.append(resident())
    part = QUARTER // BATCH
    first, last = (sum(marks) // part for marks in (seen[:part], seen[-part:]))
    return first, last, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _apart() -> tuple[int, int, int]:
    command = [sys.executable, "-m", "benchmarks.speed.measure", "--memory"]
    first, last, peak = json.loads(_run(command))
    return first, last, peak


def _run(command: list[str]) -> str:
    answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return answer.stdout


def resident() -> int:
    """Give the resident memory of this process in KiB."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # elsewhere only the peak is told


def bare_model() -> str:
    """Name the language model that the bare pipeline is."""
    return next(name for name in MODELS if spacy.util.is_package(name))


def _reports() -> Iterator[Report]:
    for line in REPORTS.read_text(encoding="utf-8").splitlines():
        coded = json.loads(line)
        yield Report(id=coded["report"]["id"], text=coded["text"])


def _seconds(run: Callable[[], Iterable[object]]) -> float:
    start = time.perf_counter()
    for _ in run():
        pass
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
