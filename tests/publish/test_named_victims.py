"""Private persons are known by what stands beside their names."""

import pytest

from dateline.publish.named_victims import victim_names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("a farmer, Ali Ghalib, was killed", {"Ali Ghalib"}, id="behind what he is"),
        pytest.param("Maryna Kovalenko, a nurse, was hurt", {"Maryna Kovalenko"}, id="in front"),
        pytest.param("Salma Aref, 34, died", {"Salma Aref"}, id="with an age"),
        pytest.param("the governor, Oleh Syniehubov, said", set(), id="an office"),
        pytest.param("a soldier, Petro Kovalenko, fell", set(), id="arms"),
        pytest.param("two died in Hays, Yemen, on Monday", set(), id="a place"),
        pytest.param("it hit Derzhprom, a landmark building", set(), id="a building"),
    ],
)
def test_private_names_are_found(words, names):
    assert victim_names(words) == names
