"""A file appears whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from dateline.cli._output import opened

_NOWHERE = Path(os.devnull)


def test_a_file_appears_when_all_is_written(tmp_path):
    path = tmp_path / "events.csv"

    with opened(path) as stream:
        stream.write("one\r\n")
        assert not path.exists()

    assert path.read_bytes() == b"one\r\n"


def fail_half_way(path, fault):
    with opened(path) as stream:
        stream.write("half")
        raise fault


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_a_fault_leaves_what_was_there(tmp_path, fault):
    path = tmp_path / "events.csv"
    path.write_text("before")

    with pytest.raises(fault):
        fail_half_way(path, fault)

    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_rights_any_new_file_has(tmp_path):
    (tmp_path / "plain").touch()

    with opened(tmp_path / "events.csv"):
        pass

    assert _mode(tmp_path / "events.csv") == _mode(tmp_path / "plain")


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path):
    path = tmp_path / "events.csv"
    path.touch(mode=0o600)

    with opened(path):
        pass

    assert _mode(path) == 0o600


def test_a_link_is_written_through(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "events.csv")

    with opened(tmp_path / "link") as stream:
        stream.write("one")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "events.csv").read_text() == "one"


def test_a_device_is_written_to_as_it_is():
    with opened(_NOWHERE) as stream:
        stream.write("one")

    assert _NOWHERE.is_char_device()


def test_without_a_path_it_is_standard_output(capsys):
    with opened(None) as stream:
        stream.write("one")

    assert capsys.readouterr().out == "one"


def _mode(path):
    return stat.S_IMODE(path.stat().st_mode)
