"""Compile the sources of the gold corpus into ``gold.jsonl``.

Run ``python -m benchmarks.quality.authoring.build`` from the root of the checkout; with ``--check``
nothing is written, and the run fails where the file is not what the sources say.
"""

import sys
from pathlib import Path

import msgspec

from benchmarks.quality.authoring.check import problems
from benchmarks.quality.authoring.compile import compile_record
from benchmarks.quality.authoring.faults import SourceError
from benchmarks.quality.authoring.gold import Record
from benchmarks.quality.authoring.notation import read_source

QUALITY = Path(__file__).parents[1]
SOURCES = QUALITY / "gold"
TARGET = QUALITY / "gold.jsonl"


def build(sources: Path = SOURCES) -> tuple[Record, ...]:
    """Compile and check every source; the order is that of the file names."""
    records, faults = [], []
    for path in sorted(sources.glob("*.gold")):
        try:
            record = compile_record(read_source(path))
        except SourceError as error:
            faults.append(str(error))
            continue
        records.append(record)
        faults += problems(record)
    if faults:
        raise SourceError("\n".join(faults))
    return tuple(records)


def encode(records: tuple[Record, ...]) -> str:
    """Write the records as JSON, one a line."""
    return "".join(msgspec.json.encode(record).decode() + "\n" for record in records)


def summary(records: tuple[Record, ...]) -> str:
    """Say how much there is."""
    events = sum(len(record.events) for record in records)
    figures = sum(len(record.figures) for record in records)
    claims = sum(len(record.claims) for record in records)
    return f"{len(records)} reports, {events} events, {figures} figures, {claims} claims"


def main(arguments: list[str]) -> int:
    """Build the corpus, or check that it is up to date."""
    try:
        records = build()
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    content = encode(records)
    if "--check" not in arguments:
        TARGET.write_text(content, encoding="utf-8")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != content:
        sys.stderr.write(f"{TARGET.name} is not up to date: run the build without --check\n")
        return 1
    sys.stdout.write(f"{summary(records)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
