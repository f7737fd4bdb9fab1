"""Kill workers and drivers: ``python -m benchmarks.batch.kills [KILLS] [local|ray] [SECONDS]``.

At random moments a worker of a run, or every fifth time its driver, is killed by SIGKILL; a run
whose driver was killed is begun again. When it has ended its data set must be that of a run that
nobody touched, byte for byte: no report lost, none twice, none blamed for a kill from outside.
Two kills are at most so many seconds apart; a worker needs some of them to get a shard done.
"""

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from os import kill
from pathlib import Path

from benchmarks.batch.archives import write
from benchmarks.batch.processes import started, workers

KILLS = 300
REPORTS = 1_500
A_DRIVER = 5  # one in so many kills
PATIENCE = 8.0  # seconds


@dataclass(slots=True)
class Tally:
    """What has been done so far."""

    kills: int = 0
    drivers: int = 0
    rounds: int = 0
    same: int = 0
    patience: float = PATIENCE
    chance: random.Random = field(default_factory=random.SystemRandom)


def main() -> int:
    """Kill as often as asked for; return 0 where every data set is the whole one."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    engine = sys.argv[2] if len(sys.argv) > 2 else "local"  # noqa: PLR2004
    tally = Tally(patience=float(sys.argv[3]) if len(sys.argv) > 3 else PATIENCE)  # noqa: PLR2004
    with tempfile.TemporaryDirectory() as folder:
        archive = write(Path(folder) / "archive.jsonl", REPORTS)
        whole = Path(folder) / "whole"
        if started(words(archive, whole, "local")).wait():
            return 1
        expected = digests(whole)
        while tally.kills < wanted:
            out = Path(folder) / "killed"
            begun = time.monotonic()
            survive(words(archive, out, engine), tally, wanted)
            tally.rounds += 1
            tally.same += digests(out) == expected
            took = time.monotonic() - begun
            shutil.rmtree(out)
            print(
                f"  {tally.kills} kills, {tally.drivers} of them of drivers:"
                f" {tally.same} of {tally.rounds} data sets equal ({took:.0f} s)",
                flush=True,
            )
    return int(tally.same != tally.rounds)


def survive(command: list[str], tally: Tally, wanted: int) -> None:
    """Run to the end, whatever is killed on the way."""
    driver = started(command)
    while True:
        after = tally.chance.uniform(0, tally.patience)
        try:
            ended = driver.wait(after if tally.kills < wanted else None)
        except subprocess.TimeoutExpired:
            driver = struck(driver, command, tally)
            continue
        if ended:
            message = f"the run ended with {ended}"
            raise SystemExit(message)
        return


def struck(
    driver: subprocess.Popen[bytes], command: list[str], tally: Tally
) -> subprocess.Popen[bytes]:
    """Kill a worker, or the driver, which is then started again."""
    tally.kills += 1
    if tally.chance.randrange(A_DRIVER) == 0:
        tally.drivers += 1
        driver.send_signal(signal.SIGKILL)
        driver.wait()
        return started(command)
    there = workers(driver.pid)
    if there:
        with suppress(ProcessLookupError):  # it ended meanwhile
            kill(tally.chance.choice(there), signal.SIGKILL)
    else:
        tally.kills -= 1
    return driver


def words(archive: Path, out: Path, engine: str) -> list[str]:
    """Give the command."""
    return ["batch", str(archive), "--out", str(out), "--engine", engine, "--workers", "2"]


def digests(out: Path) -> dict[str, str]:
    """Hash every file of a data set."""
    return {
        str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".work" not in path.parts
    }


if __name__ == "__main__":
    sys.exit(main())
