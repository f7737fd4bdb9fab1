"""What holds for the project as a whole, beyond the contracts that the import linter checks."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "dateline"
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))

IMPORT_ALL = """
import sys
opened = []
def watch(event, details):
    if event == "open" and str(details[0]).startswith(sys.argv[1]):
        opened.append(str(details[0]))
    if event in ("socket.connect", "socket.getaddrinfo"):
        opened.append(event)
sys.addaudithook(watch)
import importlib, pkgutil, dateline
for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(*(name for name in opened if not name.endswith((".py", ".pyc")) and "." in name), sep="\\n")
"""


def test_importing_opens_no_data_file_and_no_connection():
    arguments = [sys.executable, "-c", IMPORT_ALL, str(SOURCE)]

    opened = subprocess.run(arguments, capture_output=True, text=True, check=True)

    assert opened.stdout.split() == []


def pinned(lock):
    names = re.findall(r"^([\w.-]+)==", lock.read_text(), re.MULTILINE)
    return {name.lower().replace("_", "-") for name in names}


def named(requirements):
    return {re.split(r"[\[<>=~! ;]", line)[0] for line in requirements if isinstance(line, str)}


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_every_dependency_is_pinned():
    assert named(project()["project"]["dependencies"]) <= pinned(ROOT / "requirements/run.lock")


@pytest.mark.parametrize("group", project()["dependency-groups"])
def test_every_tool_is_pinned(group):
    lock = ROOT / f"requirements/{group if group in {'fuzz', 'training'} else 'dev'}.lock"

    assert named(project()["dependency-groups"][group]) <= pinned(lock)


def test_what_runs_is_what_is_developed_with():
    run, dev = ((ROOT / f"requirements/{name}.lock").read_text() for name in ("run", "dev"))
    pins = re.compile(r"^[\w.-]+==.*$", re.MULTILINE)

    assert set(pins.findall(run)) <= set(pins.findall(dev))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_holds_nothing_but_names_versions_and_hashes(lock):
    lines = lock.read_text().splitlines()
    pin = re.compile(r"[\w.-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")

    assert [line for line in lines if not pin.fullmatch(line)] == []


def test_the_wheel_holds_every_file(tmp_path):
    from hatchling.builders.wheel import WheelBuilder

    [wheel] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])

    files = (file for file in SOURCE.rglob("*") if file.is_file())
    wanted = {str(f.relative_to(ROOT / "src")) for f in files if f.parent.name != "__pycache__"}
    assert wanted <= set(zipfile.ZipFile(wheel).namelist())
