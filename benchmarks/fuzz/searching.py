"""Search one format by coverage: ``python -m benchmarks.fuzz.searching FORMAT CASES SEED``."""

import sys
import tempfile
from pathlib import Path
from typing import Any

_SECONDS = 20  # for one case; what is slower than it may be is told of by the one who asked


def main(name: str, cases: str, seed: str) -> None:
    """Search; a case that goes wrong is kept in a file."""
    import atheris

    with atheris.instrument_imports(include=["dateline.ingest", "dateline.records"]):
        from benchmarks.fuzz.finding import tried
        from benchmarks.fuzz.formats import targets
    target = next(target for target in targets() if target.name == name)

    def run(raw: Any) -> None:
        tried(target, bytes(raw), target.bare)

    with tempfile.TemporaryDirectory() as folder:
        for number, sound in enumerate(target.seeds):
            (Path(folder) / str(number)).write_bytes(sound)
        told = (f"-runs={cases}", f"-seed={seed}", f"-timeout={_SECONDS}", "-max_len=20000")
        atheris.Setup([sys.argv[0], *told, folder], run)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
