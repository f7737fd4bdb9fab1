"""Count the events that the first pass loses: ``python -m benchmarks.speed.lost GOLD…``.

``GOLD`` are files of coded reports; without any, the project's own gold is taken. An event is lost
where its report would not be parsed.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.training.gold import load_coded
from dateline.extract.first_pass import load_first_pass

GOLD = Path(__file__).parents[1] / "quality" / "gold.jsonl"


def main(arguments: Sequence[str]) -> None:
    """Print for each file how many events are lost, and how many quiet reports are left out."""
    for path in [Path(argument) for argument in arguments] or [GOLD]:
        print(f"{path.name}: {count(path)}")


def count(path: Path) -> str:
    """Say of one file of coded reports what the first pass does to it."""
    first_pass = load_first_pass()
    pairs = [
        (coded["events"], first_pass.may_tell(report.text)) for report, coded in load_coded(path)
    ]
    told = sum(len(events) for events, _ in pairs)
    lost = sum(len(events) for events, goes_on in pairs if not goes_on)
    quiet = [goes_on for events, goes_on in pairs if not events]
    share = 100 * lost / told if told else 0.0
    return (
        f"{lost} of {told} events lost ({share:.1f} %, at most 1 %); "
        f"{quiet.count(False)} of {len(quiet)} quiet reports left out"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
