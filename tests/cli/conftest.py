"""A command line whose reader is quick: one event a report, its text being the evidence."""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.ingest.options import ReadOptions
from dateline.records import Basis, Event, Quote, Record, Rejection, Report, When


def read_paths(paths: Iterable[str], *, options) -> Iterator[Report | Rejection]:
    """Take each line of a file as a report; a file named after a fault is rejected."""
    for name in paths:
        files = sorted(Path(name).iterdir()) if Path(name).is_dir() else [Path(name)]
        for file in files:
            if file.stem == "broken":
                yield Rejection(source=str(file), reason="not a text")
                continue
            for number, line in enumerate(file.read_text().splitlines(), start=1):
                report_id = f"{file.stem}-{number}"
                yield Report(id=report_id, text=line, published=options.published, source=str(file))


class Reader:
    """Find an event in every report."""

    def __init__(self, *, encoder: bool = True) -> None:
        """Read without an encoder, whatever is asked."""

    def read(self, report: Report) -> Record:
        """Code one report."""
        day = report.published or date(2019, 6, 4)
        words = Quote.at(report.text, 0, len(report.text))
        event = Event(
            id="e1",
            type="ASSAULT",
            kind="shelling",
            acled="Other",
            cameo="19",
            date=When(start=day, end=day, precision="day"),
            evidence=(words,),
            basis=(Basis(field="kind", rule="v:shell", quotes=(words,)),),
        )
        return Record(report=report, events=(event,))

    def read_many(self, reports: Iterable[Report], *, workers: int = 1) -> Iterator[Record]:
        """Code many reports; as many workers as asked for are one."""
        assert workers
        return map(self.read, reports)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    stubs = {
        "dateline.ingest": SimpleNamespace(read_paths=read_paths, ReadOptions=ReadOptions),
        "dateline.pipeline": SimpleNamespace(Reader=Reader),
    }
    for name, stub in stubs.items():
        monkeypatch.setitem(sys.modules, name, stub)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    return lambda *arguments, **more: runner.invoke(main, arguments, **more)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Make a folder with two reports in one file, one in another."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "market.txt").write_text("Shells hit a market.\nShells hit a school.\n")
    (folder / "port.txt").write_text("Shells hit the port.\n")
    return folder
