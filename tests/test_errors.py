"""Errors say what to do, carry facts, and travel between processes."""

import pickle

import pytest

from dateline import errors
from dateline.errors import DatelineError, UnreadableReportError

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type)]
OURS = [kind for kind in KINDS if issubclass(kind, DatelineError)]


@pytest.mark.parametrize("kind", OURS)
def test_an_error_survives_a_pickle(kind):
    error = pickle.loads(pickle.dumps(kind("Too short", path="a.txt", lines=2)))  # noqa: S301

    assert type(error) is kind
    assert str(error) == "Too short"
    assert error.facts == {"path": "a.txt", "lines": 2}


@pytest.mark.parametrize("kind", OURS)
def test_the_tree_at_the_top_of_the_module_shows_it(kind):
    assert kind.__name__ in errors.__doc__


def test_facts_can_be_added_on_the_way_up():
    error = UnreadableReportError("Too short", lines=2).about(path="a.txt")

    assert isinstance(error, UnreadableReportError)
    assert error.facts == {"lines": 2, "path": "a.txt"}
