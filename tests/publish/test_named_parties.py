"""Parties that have a name of their own."""

import pytest

from dateline.publish.named_parties import is_named, is_person
from dateline.records import Party


@pytest.mark.parametrize(
    ("name", "role", "named"),
    [
        ("UNITA", "REB", True),
        ("M23 rebels", "REB", True),
        ("Houthi rebels", "REB", True),
        ("Army Staff", "MIL", True),
        ("Burundi", "GOV", True),
        ("RED CROSS", "NGO", True),
        ("gunmen", "REB", False),
        ("Insurgents", "REB", False),
        ("Riot police", "POL", False),
        ("GOVERNMENT RIOT POLICE", "POL", False),
        ("Salma Aref", "MED", False),
        ("Kramatorsk", "CVL", False),
    ],
)
def test_a_capital_at_the_beginning_makes_no_name(name, role, named):
    assert is_named(Party(name=name, country="UKR", role=role)) is named


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Volodymyr Zelensky", True),
        ("Oleh Hryn", True),
        ("General Staff", False),
        ("Air Force", False),
        ("Riyadh", False),
    ],
)
def test_a_person_is_one_whose_words_mean_nothing_else(name, person):
    assert is_person(Party(name=name, role="GOV")) is person
