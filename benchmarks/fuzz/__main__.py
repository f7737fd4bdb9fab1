"""Fuzz every format and the API: ``python -m benchmarks.fuzz --cases 100000``.

A tenth of a format's cases are Hypothesis' shapes, a fifth Atheris' search by coverage where it is
installed, the rest sound documents that were broken. Each case that ends with anything but an
answer or a reason, or takes more than five seconds, or is answered by a 5xx, is kept in
``build/fuzz`` and told of; ``--again FILE`` tries one again.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from benchmarks.fuzz import api, archives, formats
from benchmarks.fuzz.driving import break_seeds, make_shapes, search
from benchmarks.fuzz.finding import Finding, tried
from benchmarks.fuzz.target import Target

_SHAPED, _SEARCHED = 0.1, 0.2
_EXAMPLES = 3  # of one mistake that are told of


class Findings:
    """What went wrong, by mistake."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.counts: Counter[str] = Counter()

    def add(self, finding: Finding | None) -> None:
        """Count a finding; its first cases are told of at once."""
        if finding is None:
            return
        self.counts[finding.sign] += 1
        if self.counts[finding.sign] <= _EXAMPLES:
            print(f"\n{finding.sign}\n  {finding.path}\n{finding.told}", flush=True)


def main() -> int:
    """Fuzz; return 1 where anything was found."""
    options = _options()
    with api.served() as desk, tempfile.TemporaryDirectory() as folder:
        targets = (*formats.targets(), *archives.targets(Path(folder)), api.target(desk))
        if options.again:
            return _again(targets, options.again)
        chosen = [target for target in targets if options.only in (None, target.name)]
        findings = Findings()
        total = sum(target.share for target in chosen)
        done = sum(
            _fuzz(target, options.cases * target.share // total, options.seed, findings)
            for target in chosen
        )
    found = sum(findings.counts.values())
    print(f"{done:,} cases, {found} of them went wrong by {len(findings.counts)} mistakes")
    for sign, count in findings.counts.most_common():
        print(f"  {count:6}  {sign}")
    return int(bool(findings.counts))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz")
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="one format, or api")
    parser.add_argument("--again", type=Path, help="a case that was kept")
    return parser.parse_args()


def _fuzz(target: Target, cases: int, seed: int, findings: Findings) -> int:
    begun = time.perf_counter()
    searched = int(cases * _SEARCHED) if target.bare and find_spec("atheris") else 0
    shaped = int(cases * _SHAPED) if target.shapes else 0
    done = search(target, searched, seed, findings.add)
    done += make_shapes(target, shaped, seed, findings.add)
    done += break_seeds(target, cases - searched - shaped, seed, findings.add)
    seconds = time.perf_counter() - begun
    print(f"{target.name:14} {done:9,} cases, {done / seconds:7,.0f} a second", flush=True)
    return done


def _again(targets: tuple[Target, ...], path: Path) -> int:
    """Try a kept case again; the file is named after what it is for."""
    name = path.name.rpartition("-")[0]
    target = next(target for target in targets if target.name == name)
    finding = tried(target, path.read_bytes())
    print(finding.told if finding else "It is answered as it should be.")
    return int(finding is not None)


if __name__ == "__main__":
    sys.exit(main())
