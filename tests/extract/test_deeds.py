"""Deeds with the phrases of those who did them and of what they were done to."""

import pytest

from benchmarks.quality.deeds import find_deeds
from benchmarks.quality.phrases import Phrases

KINDS = frozenset({"armed-attack", "bombing", "abduction"})


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("Hooded men kidnapped the driver near Tarma.", "doers", "Hooded men"),
        ("Hooded men kidnapped the driver near Tarma.", "people", "driver"),
        ("Rebels planted a bomb at the town bank.", "things", "town bank"),
        ("Rebels planted a bomb at the town bank.", "means", "bomb"),
        ("The murder of the judge was blamed on smugglers.", "people", "judge"),
        ("The police blamed smugglers for the murder of the judge.", "doers", "smugglers"),
    ],
)
def test_roles(reading, text, part, words):
    read = reading(text)
    phrases = Phrases(read)
    found = [phrases.words(t) for deed in find_deeds(read, KINDS) for t in getattr(deed, part)]
    assert words in found


def test_a_name_is_given_in_full(reading):
    read = reading("Police said Oskaro Tulian was murdered. Tulian was a teacher.")
    phrases = Phrases(read)
    last = max(i for i, word in enumerate(read.parse.words) if word == "Tulian")
    assert phrases.name(last) == "Oskaro Tulian"


def test_a_member_is_named_with_his_group(reading):
    read = reading("Members of the Red Dawn attacked a bus.")
    assert Phrases(read).doer(0) == "Members of the Red Dawn"
