"""A folder is a registry."""

import sys
from types import ModuleType

import pytest

from dateline.errors import UnknownNameError
from dateline.folder import Folder


@pytest.fixture
def shelf(tmp_path, monkeypatch) -> ModuleType:
    """Make a package with three modules and one that is private."""
    package = tmp_path / "shelf"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "blue.py").write_text("SIZE = 3")
    (package / "light_green.py").write_text("SIZE = 5")
    (package / "wrong.py").write_text("SIZE = 'large'")
    (package / "_hidden.py").write_text("SIZE = 7")
    monkeypatch.syspath_prepend(tmp_path)
    yield __import__("shelf")
    for name in [name for name in sys.modules if name.partition(".")[0] == "shelf"]:
        del sys.modules[name]


def test_file_names_are_the_names(shelf):
    assert Folder(shelf, "SIZE", int).names() == ("blue", "light-green", "wrong")


def test_names_are_listed_without_importing(shelf):
    Folder(shelf, "SIZE", int).names()

    assert "shelf.blue" not in sys.modules


@pytest.mark.parametrize(("name", "size"), [("blue", 3), ("light-green", 5)])
def test_a_name_gives_the_constant_of_its_module(shelf, name, size):
    assert Folder(shelf, "SIZE", int)[name] == size


@pytest.mark.parametrize("name", ["red", "_hidden", "light_green", "blue.x", ""])
def test_an_unknown_name_is_refused_with_the_known_ones(shelf, name):
    with pytest.raises(UnknownNameError, match="known are: blue, light-green") as caught:
        Folder(shelf, "SIZE", int)[name]

    assert caught.value.facts["name"] == name


def test_a_constant_of_another_class_is_refused(shelf):
    with pytest.raises(TypeError, match=r"shelf.wrong.SIZE is not a int"):
        Folder(shelf, "SIZE", int)["wrong"]
