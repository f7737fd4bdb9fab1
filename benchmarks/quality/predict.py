"""Answer a gold file for its scorer: ``python -m benchmarks.quality.predict CORPUS GOLD PRED``."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality import corpora
from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.loading import WaitingReader
from dateline.folder import Folder
from dateline.pipeline import Reader

CORPORA: Folder[Corpus] = Folder(corpora, "CORPUS", Corpus)


def main(arguments: list[str] | None = None) -> None:
    """Write what Dateline makes of the rows of a gold file, a JSON object a line."""
    parser = argparse.ArgumentParser(description="Answer a gold file for its scorer.")
    parser.add_argument("corpus", choices=sorted(CORPORA.names()))
    parser.add_argument("gold", type=Path, help="a gold file, JSON Lines")
    parser.add_argument("answers", type=Path, help="the file to write")
    asked = parser.parse_args(arguments)
    rows = rows_of(asked.gold)
    with asked.answers.open("w", encoding="utf-8") as out:
        for answer in predicted(asked.corpus, rows, WaitingReader()):
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")


def rows_of(path: Path) -> list[Row]:
    """Read a file of JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predicted(corpus: str, rows: list[Row], reader: Reader) -> Iterator[Row]:
    """Answer the rows of a gold file."""
    yield from CORPORA[corpus].predict(reader, rows)


if __name__ == "__main__":
    main()
