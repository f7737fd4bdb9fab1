"""Kill ``dateline add`` again and again: ``python -m benchmarks.record.kills [KILLS]``.

The command is killed at a random moment and run again, until nothing is left to add; then the
record must be that of an uninterrupted run, byte for byte in its JSON Lines export.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

HERE = Path(__file__).parent
CORPORA = (HERE.parent / "training" / "reports.jsonl", HERE.parent / "quality" / "gold.jsonl")
REPORTS = 300
KILLS = 200
PATIENCE = 5.0  # seconds; a run loads the language model for one or two of them


def main() -> int:
    """Kill as often as asked for; return 0 where every resumed record is the whole one."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}, {REPORTS} reports, {kills} kills")
    with tempfile.TemporaryDirectory() as folder:
        reports = write_reports(Path(folder) / "reports.jsonl", REPORTS)
        whole = exported(uninterrupted(reports))
        same, rounds = kill(reports, whole, kills, random.Random(seed))  # noqa: S311
    print(f"{kills} kills, {rounds} records resumed to the end, {same} of them equal to the whole")
    return int(same != rounds)


def write_reports(path: Path, count: int) -> Path:
    """Write so many reports, each with an id of its own."""
    lines = [line for corpus in CORPORA for line in corpus.read_text().splitlines()]
    with path.open("w", encoding="utf-8") as file:
        for number, line in enumerate(islice(cycle(lines), count)):
            form = json.loads(line)
            form["report"]["id"] = f"{form['report']['id']}-{number}"
            file.write(json.dumps({"report": form["report"], "text": form["text"]}) + "\n")
    return path


def uninterrupted(reports: Path) -> Path:
    """Add the reports without a break."""
    record = reports.with_name("whole.db")
    started(reports, record).wait()
    return record


def kill(reports: Path, whole: bytes, kills: int, chance: random.Random) -> tuple[int, int]:
    """Kill and resume; count the finished records, and those that are as they must be."""
    same = rounds = done = 0
    while done < kills:
        record = reports.with_name(f"killed-{rounds}.db")
        finished = False
        while not finished:
            child = started(reports, record)
            finished = done >= kills or not killed(child, chance.uniform(0, PATIENCE))
            if finished:
                child.wait()
            else:
                done += 1
        rounds += 1
        same += exported(record) == whole
        print(f"  after {done} kills: {same} of {rounds} equal", flush=True)
    return same, rounds


def killed(child: subprocess.Popen[bytes], after: float) -> bool:
    """Kill a process, if it has not ended by itself."""
    time.sleep(after)
    if child.poll() is not None:
        return False
    child.send_signal(signal.SIGKILL)
    child.wait()
    return True


def started(reports: Path, record: Path) -> subprocess.Popen[bytes]:
    """Start to add."""
    command = [dateline(), "add", str(reports), "--record", str(record)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603


def exported(record: Path) -> bytes:
    """Export a record that holds together."""
    ran(["check", "--record", str(record)])
    return ran(["export", "--format", "jsonl", "--record", str(record)])


def ran(words: list[str]) -> bytes:
    """Run a command that must succeed; give what it writes."""
    return subprocess.run([dateline(), *words], capture_output=True, check=True).stdout  # noqa: S603


def dateline() -> str:
    """Find the command beside this Python."""
    return str(Path(sys.executable).with_name("dateline"))


if __name__ == "__main__":
    sys.exit(main())
