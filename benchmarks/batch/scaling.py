"""How ``dateline batch`` scales: ``python -m benchmarks.batch.scaling speed|memory [COUNT]``.

``speed`` codes the same reports by one process, by two, and by Ray with two workers, and gives the
ratios. ``memory`` codes many reports in one run and compares the memory of its processes over the
last tenth with that over the first. TEXTS, a file of JSON Lines, may be given behind the count;
else the reports are synthetic, nine in ten of them of no deed.
"""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.batch.archives import cycled, write
from benchmarks.batch.processes import memory, started, workers

REPORTS = {"speed": 4_000, "memory": 100_000}
RUNS = (("local", 1), ("local", 2), ("ray", 1), ("ray", 2))
_EVERY = 0.5  # seconds between two looks at the memory
_TENTH = 0.1


def main() -> None:
    """Measure what is asked for."""
    what = sys.argv[1] if len(sys.argv) > 1 else "speed"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else REPORTS[what]  # noqa: PLR2004
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        if len(sys.argv) > 3:  # noqa: PLR2004
            cycled(archive, Path(sys.argv[3]), count)
        else:
            write(archive, count, sentences=12 if what == "speed" else 2)
        {"speed": speed, "memory": growth}[what](archive, count)


def speed(archive: Path, count: int) -> None:
    """Print the time of each engine, from the first shard begun, and the ratios to one process."""
    first = None
    for engine, number in RUNS:
        out = archive.with_name(f"{engine}-{number}")
        whole, coding = timed(archive, out, engine, number)
        first = first or coding
        print(
            f"{engine} with {number}: {count / coding:,.1f} reports a second, {coding:.0f} s"
            f" ({whole:.0f} s with the start): {first / coding:.2f} times one process",
            flush=True,
        )


def timed(archive: Path, out: Path, engine: str, number: int) -> tuple[float, float]:
    """Give the seconds of a run, and those from when its workers began."""
    begun = time.monotonic()
    run = started(words(archive, out, engine, number))
    trail = out / ".work" / "trail"
    while run.poll() is None and not (trail.is_dir() and any(trail.iterdir())):
        time.sleep(0.02)
    coding = time.monotonic()
    if run.wait():
        message = f"{engine} with {number} ended with {run.returncode}"
        raise SystemExit(message)
    end = time.monotonic()
    return end - begun, end - coding


def growth(archive: Path, count: int) -> None:
    """Print the memory of the first and the last tenth of a run of one worker."""
    out = archive.with_name("out")
    run = started(words(archive, out, "local", 1))
    seen = []
    while run.poll() is None:
        done = len(list(out.glob("records/part-*.parquet")))
        if done:
            seen.append((done, memory([run.pid, *workers(run.pid)])))
        time.sleep(_EVERY)
    shards = max(done for done, _ in seen)
    first = [size for done, size in seen if done <= max(1, shards * _TENTH)]
    last = [size for done, size in seen if done > shards * (1 - _TENTH)]
    early, late = sum(first) / len(first), sum(last) / len(last)
    print(
        f"{count:,} reports in {shards} shards: {early / 2**20:,.0f} MiB over the first tenth,"
        f" {late / 2**20:,.0f} MiB over the last: {late / early:.3f} times"
    )


def words(archive: Path, out: Path, engine: str, number: int) -> list[str]:
    """Give the command; incidents are another matter, and `benchmarks.record` measures them."""
    asked = ["--engine", engine, "--workers", str(number), "--no-incidents"]
    return ["batch", str(archive), "--out", str(out), *asked]


if __name__ == "__main__":
    main()
