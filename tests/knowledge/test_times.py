"""The words that say when hold together."""

from dateline.extract.time_rules import RULES
from dateline.knowledge.times import time_lexicon


def test_every_form_has_its_rule():
    assert {form.rule for form in time_lexicon().forms} == set(RULES)


def test_every_form_but_those_of_the_clock_has_an_example():
    bare = {form.rule for form in time_lexicon().forms if not form.yes}

    assert bare == {"clock", "part"}


def test_no_form_begins_with_glue():
    lexicon = time_lexicon()

    assert lexicon.codes["the"] not in lexicon.starters
    assert lexicon.codes["weekday"] in lexicon.starters
