"""What sentences tell of the police."""

import pytest

from benchmarks.quality.policing import find_policing


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two boys were killed in police firing at the mill.", {"kill", "force", "action"}),
        ("Police opened fire to disperse the crowd.", {"force", "action"}),
        ("Nine men were arrested on Friday.", {"arrest", "action"}),
        ("The traders demanded that the police arrest the ringleaders.", {"action"}),
        ("If they march, they will be arrested.", set()),
        ("A judge signed the arrest warrant.", set()),
        ("The police looked the other way.", {"fail", "action"}),
        ("The shop stood beside the police station.", set()),
        ("Rioters burnt six shops.", set()),
    ],
)
def test_sentences(parse, text, told):
    assert {what for _, what in find_policing(parse(text))} == told


def test_who_spoke_before_still_speaks(parse):
    found = find_policing(parse("The constable said the road was open.\nHe said all was calm."))
    assert [what for _, what in found] == ["action", "action"]
