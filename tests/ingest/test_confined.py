"""Whatever a document does to its parser, it is a reason not to read it, and the next is read."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from dateline.errors import UnreadableReportError
from dateline.ingest import confined as side
from dateline.ingest import read
from dateline.ingest.confined import confined
from dateline.records import Rejection, Report
from tests.ingest import hostile_parsers as parsers

PARAGRAPH = "<p>Rebels shelled the town of Goma on Monday, killing four people, officials said.</p>"


@pytest.fixture
def patient(monkeypatch):
    """Wait long: beside other tests, a few seconds of computing can take minutes."""
    monkeypatch.setattr(side, "MOST_SECONDS", 600.0)


def test_a_parser_answers_from_another_process_that_is_kept():
    first = confined(parsers.name_the_child, b"")

    assert first != os.getpid()
    assert confined(parsers.name_the_child, b"") == first
    assert confined(parsers.shout, b"well", "done") == "well done!"


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize(
    ("parse", "reason"),
    [
        pytest.param(parsers.spin, "takes more than 4 seconds of computing", id="time"),
        pytest.param(parsers.swell, "takes more than 1,024 MB of memory", id="memory"),
        pytest.param(parsers.crash, "breaks what takes it apart (SIGSEGV)", id="death"),
        pytest.param(parsers.refuse, "is not to be read", id="refusal"),
    ],
)
def test_excess_and_death_are_reasons_and_the_next_document_is_read(parse, reason):
    with pytest.raises(UnreadableReportError) as raised:
        confined(parse, b"x")

    assert reason in str(raised.value)
    assert confined(parsers.shout, b"well", "done") == "well done!"


def test_a_parser_that_waits_is_killed_by_the_clock(monkeypatch):
    monkeypatch.setattr(side, "MOST_SECONDS", 0.5)

    with pytest.raises(UnreadableReportError, match=r"not taken apart within 0\.5 seconds"):
        confined(parsers.sleep, b"")


def test_a_document_does_not_die_of_those_before_it():
    assert confined(parsers.crash_if_used, b"1") == "fresh"
    assert confined(parsers.crash_if_used, b"2") == "fresh"


def test_the_facts_of_a_refusal_come_along():
    with pytest.raises(UnreadableReportError) as raised:
        confined(parsers.refuse, b"")

    assert raised.value.facts == {"bytes": 3}


def test_a_mistake_of_ours_stays_loud():
    with pytest.raises(RuntimeError, match="there is no such key"):
        confined(parsers.stumble, b"")


def test_an_answer_of_another_type_is_not_believed():
    with pytest.raises(msgspec.ValidationError):
        confined(parsers.lie, b"")


def test_what_a_library_prints_is_no_answer():
    assert confined(parsers.print_it, b"", "word") == "word"


def test_the_child_writes_no_file_and_knows_no_secret(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_SMTP_PASSWORD", "hidden")
    path = tmp_path / "written"
    side._children[os.getpid()].end()  # noqa: SLF001  so that the next child is begun with it set

    assert confined(parsers.write_a_file, b"", str(path)) == "OSError"
    assert confined(parsers.tell_a_secret, b"", "DATELINE_SMTP_PASSWORD") == "unknown"


def test_a_child_that_was_killed_meanwhile_is_replaced():
    os.kill(confined(parsers.name_the_child, b""), signal.SIGKILL)

    assert confined(parsers.shout, b"well", "done") == "well done!"


def test_threads_that_ask_at_once_each_get_their_own_answer():
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: confined(parsers.shout, b"n", str(n)), range(200)))

    assert answers == [f"n {n}!" for n in range(200)]


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the case itself
def test_a_forked_process_has_a_child_of_its_own():
    ours = confined(parsers.name_the_child, b"")
    reader, writer = os.pipe()
    forked = os.fork()
    if forked == 0:
        os.write(writer, str(confined(parsers.name_the_child, b"")).encode())
        side._children[os.getpid()].end()  # noqa: SLF001
        os._exit(0)
    os.waitpid(forked, 0)

    assert int(os.read(reader, 100)) != ours
    assert confined(parsers.name_the_child, b"") == ours


def test_after_many_documents_a_new_child_begins(monkeypatch):
    monkeypatch.setattr(side, "_MOST_ASKED", 3)
    side._children[os.getpid()].end()  # noqa: SLF001
    children = [confined(parsers.name_the_child, b"") for _ in range(6)]

    assert len(set(children)) == 2
    assert children == sorted(children, key=children.index)


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param("<table>" * 200 + "<tr><td>x" * 24_000, "seconds of computing", id="tables"),
        pytest.param("<b>" * 100_000, "nested more than 255 elements deep", id="depth"),
        pytest.param(PARAGRAPH * 60_000, "more than 50,000 elements", id="elements"),
        pytest.param(
            f"<p {' '.join(f'a{n}=1' for n in range(1_500_000))}>", "not read", id="attributes"
        ),
    ],
)
def test_a_hostile_page_is_a_rejection_and_the_next_page_is_read(page, reason):
    [refused] = read(f"<html><body>{page}".encode(), name="a.html")
    [found] = read(f"<html><body>{PARAGRAPH * 3}".encode(), name="b.html")

    assert isinstance(refused, Rejection)
    assert reason in refused.reason
    assert isinstance(found, Report)
