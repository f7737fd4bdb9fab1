"""Look for secrets, for weak code, and for known faults of what Dateline is built on.

The advisories are asked of the network: without one, or where whoever answers does not know the
advisories, that is said plainly and is no failure. With ``--must-ask`` it is one.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LOCKS = (Path("requirements/run.lock"), Path("requirements/dev.lock"))
ACCEPTED = Path("tools/accepted_advisories.toml")
_SERVICES = ("pypi", "osv")
# Had several grave faults: who knows none of them knows of no others.
_CANARY = "jinja2==2.4.1\n"
_PATIENCE = 300.0  # seconds for all advisories of one lock
_QUICK = 20.0  # seconds for those of one release


def main(words: list[str]) -> int:
    """Run every audit; return how many of them failed."""
    failed = [
        name
        for name, audit in (("secrets", secrets), ("weak code", weak_code))
        if not _said(name, audit())
    ]
    service = next((name for name in _SERVICES if knows_advisories(name)), None)
    if service is None:
        print("advisories: COULD NOT ASK; no service of advisories answers from here.")
        print("  Nothing is known of the dependencies. Run `make audit` where there is a network.")
        return len(failed) + ("--must-ask" in words)
    found = [fault for lock in LOCKS for fault in advisories(lock, service)]
    for fault in found:
        print(f"  {fault}")
    print(f"advisories: {len(found)} known faults in what is locked, says {service}")
    return len(failed) + bool(found)


def secrets() -> bool:
    """Tell whether no file of the repository holds what looks like a secret and is not known."""
    return _ran(["-m", "tools.secret_scan"])


def weak_code() -> bool:
    """Tell whether bandit finds nothing; ruff's rules of the same kind run with the others."""
    return _ran(["-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "src", "tools"])


def knows_advisories(service: str) -> bool:
    """Tell whether a service answers and knows the faults of a release that has some."""
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "canary.txt"
        canary.write_text(_CANARY, encoding="utf-8")
        report = _asked(canary, service, _QUICK)
    return any(part.get("vulns") for part in report)


def advisories(lock: Path, service: str) -> Iterator[str]:
    """Yield the known faults of what is locked, but those that are accepted with a reason."""
    accepted = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))
    report = _asked(lock, service)
    if not report:
        yield f"{lock}: {service} did not answer for it"
    for part in report:
        if "skip_reason" in part:
            print(f"  {part['name']} is not known to {service}")
        for fault in part.get("vulns", ()):
            if not {fault["id"], *fault["aliases"]} & accepted.keys():
                better = ", ".join(fault["fix_versions"]) or "no version yet"
                yield f"{lock}: {part['name']} {part['version']}: {fault['id']}, mended in {better}"


def _asked(lock: Path, service: str, patience: float = _PATIENCE) -> list[dict[str, Any]]:
    words = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "--timeout", "8",
             "--progress-spinner", "off", "-f", "json", "-s", service, "-r", str(lock)]  # fmt: skip
    try:
        asked = subprocess.run(  # noqa: S603  this Python
            words, capture_output=True, text=True, timeout=patience, check=False
        )
        found: list[dict[str, Any]] = json.loads(asked.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return []
    return found


def _ran(words: list[str]) -> bool:
    return subprocess.run([sys.executable, *words], check=False).returncode == 0  # noqa: S603  this Python


def _said(name: str, found_nothing: bool) -> bool:  # noqa: FBT001  the answer of an audit
    print(f"{name}: {'none' if found_nothing else 'FOUND, see above'}")
    return found_nothing


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
