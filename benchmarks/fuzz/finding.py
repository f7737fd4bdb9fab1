"""What goes wrong with a case: it is kept in a file with which it can be tried again."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from benchmarks.fuzz.target import EXPECTED, Target

MOST_SECONDS = 5.0
FOLDER = Path("build/fuzz")


@dataclass(frozen=True, slots=True)
class Finding:
    """A case that went wrong; those with the same ``sign`` are the same mistake."""

    target: str
    sign: str
    told: str
    path: Path


def tried(target: Target, raw: bytes, run: Callable[[bytes], None] | None = None) -> Finding | None:
    """Try a case; one that is slow is tried again, as the machine may have been busy."""
    run, seconds = run or target.run, 0.0
    for _ in range(2):
        begun = perf_counter()
        try:
            run(raw)
        except EXPECTED:
            pass
        except Exception as error:  # noqa: BLE001  this is what is looked for
            return _kept(target, raw, _sign(error), traceback.format_exc())
        seconds = perf_counter() - begun
        if seconds <= MOST_SECONDS:
            return None
    return _kept(target, raw, "slow", f"took {seconds:.1f} seconds, twice")


def _kept(target: Target, raw: bytes, sign: str, told: str) -> Finding:
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{target.name}-{sha256(raw).hexdigest()[:12]}"
    path.write_bytes(raw)
    return Finding(target.name, f"{target.name}: {sign}", told, path)


def _sign(error: Exception) -> str:
    """Tell mistakes apart by their sort and the innermost place."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
