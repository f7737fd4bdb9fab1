"""Who says what, word for word."""

from dateline.extract.attributing import find_attributions, runs
from dateline.extract.claims import find_claims


def test_source_cue_and_content_are_told_apart(parse):
    read = parse("The mayor of Derna has said that two bridges are gone.")
    found = list(find_attributions(read, find_claims(read)))
    words = [
        [read.words_of(*span) for span in part]
        for part in (found[0].source, found[0].cue, found[0].content)
    ]
    assert words == [["The mayor of Derna"], ["has said"], ["two bridges are gone"]]


def test_neighbours_are_joined():
    assert runs({4, 1, 2}) == ((1, 3), (4, 5))
