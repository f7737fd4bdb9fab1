"""Three ways to make cases: sound input broken, shapes of Hypothesis, and Atheris' search."""

import subprocess
import sys
from collections.abc import Callable
from random import Random

from benchmarks.fuzz.breaking import broken
from benchmarks.fuzz.finding import FOLDER, Finding, tried
from benchmarks.fuzz.target import Target

Found = Callable[[Finding | None], None]


def break_seeds(target: Target, cases: int, seed: int, found: Found) -> int:
    """Try sound inputs that were broken."""
    chance = Random(f"{seed} {target.name}")  # noqa: S311  the same cases for the same seed
    for _ in range(cases):
        raw = target.make(chance) if target.make else broken(chance, target.seeds, target.words)
        found(tried(target, raw))
    return cases


def make_shapes(target: Target, cases: int, seed: int, found: Found) -> int:
    """Try what Hypothesis makes from scratch."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded

    if target.shapes is None or not cases:
        return 0
    count = 0

    @seeded(seed)
    @settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(target.shapes())
    def run(raw: bytes) -> None:
        nonlocal count
        count += 1
        found(tried(target, raw))

    run()
    return count


def search(target: Target, cases: int, seed: int, found: Found) -> int:
    """Let Atheris look for cases that reach other lines; it runs in a process of its own."""
    if target.bare is None or not cases:
        return 0
    before = set(FOLDER.glob("*"))
    words = [sys.executable, "-m", "benchmarks.fuzz.searching", target.name, str(cases), str(seed)]
    code = subprocess.run(words, capture_output=True, check=False)  # noqa: S603  ourselves
    for path in sorted(set(FOLDER.glob(f"{target.name}-*")) - before):
        found(tried(target, path.read_bytes(), target.bare))
    if code.returncode:
        told = code.stderr.decode(errors="replace")[-3000:]
        found(Finding(target.name, f"{target.name}: the search ended", told, FOLDER))
    return cases
