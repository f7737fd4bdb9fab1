import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UnknownNameError
from dateline.ingest import FORMATS, ReadOptions, read, read_paths
from dateline.records import Rejection

STORY = "Two people were killed in Goma on Monday, a medic said.\n"
PAGE = f"<html><body><p>{STORY}</p></body></html>"
LINE = '{"text": "Two people were killed in Goma on Monday, a medic said."}\n'


@pytest.fixture
def folder(tmp_path):
    """Make a folder with a file of each format, a hidden one, and one that nothing reads."""
    for name, content in {
        "b.txt": STORY,
        "a/z.jsonl": LINE,
        "c.html": PAGE,
        "c_files/x.html": PAGE,
        ".hidden.txt": STORY,
        ".git/x.txt": STORY,
        "d.css": "p {}",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    return tmp_path


def reasons(found):
    return [report.reason for report in found if isinstance(report, Rejection)]


def test_a_folder_is_read_to_its_depth_in_the_order_of_its_names(folder):
    found = [str(report.source) for report in read_paths([str(folder)])]

    assert [source.removeprefix(f"{folder}/") for source in found] == [
        "b.txt",
        "c.html",
        "d.css",
        "a/z.jsonl:1",
    ]


def test_a_file_of_a_folder_that_no_format_reads_is_named(folder):
    assert "no format reads .css" in reasons(read_paths([str(folder)]))[0]


def test_a_file_asked_for_by_name_may_have_any_suffix(tmp_path):
    (tmp_path / "story.md").write_text(STORY)

    [report] = read_paths([str(tmp_path / "story.md")])

    assert report.text == STORY


def test_a_dash_is_standard_input():
    [report] = read_paths(["-"], stdin=io.BytesIO(STORY.encode()))

    assert (report.id, report.source, report.text) == ("stdin", "-", STORY)


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        pytest.param("a.txt", STORY, "text", id="suffix"),
        pytest.param("a", LINE, "jsonl", id="content"),
        pytest.param("a.txt", f"<!DOCTYPE html>{PAGE}", "html", id="content over suffix"),
        pytest.param("a.dat", STORY, "text", id="neither"),
        pytest.param("a", f"<p>{STORY}</p>", "html", id="a piece of a page"),
    ],
)
def test_the_format_is_told_by_suffix_and_content(name, content, form):
    [report] = read(content.encode(), name=name)
    [same] = read(content.encode(), name=name, options=ReadOptions(format=form))

    assert report == same


@pytest.mark.parametrize("asked", ["html", "text/html", "text/html; charset=utf-8"])
def test_a_format_may_be_asked_for_by_name_or_media_type(asked):
    [report] = read(PAGE.encode(), name="page", options=ReadOptions(format=asked))

    assert report.text == STORY.strip()


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UnknownNameError, match="html, jsonl, text"):
        list(read(b"x", options=ReadOptions(format="docx")))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("missing.txt", "No such file", id="missing"),
        pytest.param("/dev/null", "neither a file nor a folder", id="device"),
        pytest.param("a\0b", "null byte", id="null byte in the name"),
    ],
)
def test_a_path_that_cannot_be_read_says_why(path, reason):
    [rejection] = read_paths([path])

    assert reason in rejection.reason


def test_an_empty_folder_says_so(tmp_path):
    assert reasons(read_paths([str(tmp_path)])) == ["is a folder without files"]


@pytest.mark.parametrize("name", FORMATS.names())
def test_an_empty_file_is_refused_by_every_format(name):
    assert reasons(read(b"", options=ReadOptions(format=name))) == ["is empty"]


@pytest.mark.parametrize("name", ["text", "html"])
def test_a_file_that_is_too_large_is_refused_before_it_is_read(name):
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            buffer[:] = b"a" * len(buffer)
            return len(buffer)

    [rejection] = read(Endless(), options=ReadOptions(format=name))

    assert "larger than 20 MB" in rejection.reason


def test_one_bad_file_does_not_keep_the_others_from_being_read(folder):
    (folder / "aa.txt").write_bytes(b"%PDF-1.4")

    found = list(read_paths([str(folder)]))

    assert "PDF" in found[0].reason
    assert len(found) == 5


def test_a_file_named_twice_is_read_once(folder):
    path = str(folder / "b.txt")

    assert "was read before" in reasons(read_paths([path, path]))[0]


def test_the_caller_s_day_and_publisher_are_above_those_of_the_file():
    raw = b'{"report": {"published": "2020-01-01", "publisher": "A"}, "text": "Two died in Goma."}'

    [report] = read(raw, options=ReadOptions(published=date(2021, 2, 3), publisher="B"))

    assert (report.published, report.publisher) == (date(2021, 2, 3), "B")


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode), st.sampled_from([None, *FORMATS.names()]))
def test_any_bytes_are_read_or_refused(raw, form):
    found = list(read(raw, name="a", options=ReadOptions(format=form, any_language=True)))

    assert all(isinstance(report, Rejection) or report.text.strip() for report in found)
