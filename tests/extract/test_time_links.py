"""Which of a report's times dates which of its happenings."""

from datetime import date

import pytest

from dateline.extract.times import carried_time, date_of, find_times

PUBLISHED = date(2024, 10, 29)  # a Tuesday


def told(parsed, word, link=date_of):
    token = parsed.words.index(word)
    time = link(parsed, find_times(parsed, PUBLISHED), token, PUBLISHED)
    return time and (str(time.when.start), str(time.when.end))


def day(iso):
    return (iso, iso)


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        pytest.param(
            "Shells hit the market in Gao on Sunday, killing nine people.",
            "killing",
            day("2024-10-27"),
            id="of the clause above",
        ),
        pytest.param(
            "The governor said on Monday that shells hit Gao on Sunday.",
            "hit",
            day("2024-10-27"),
            id="of its own clause",
        ),
        pytest.param(
            "The governor said on Monday that shells had hit Gao.",
            "hit",
            None,
            id="not of the saying",
        ),
        pytest.param(
            "Monday's raid on Gao killed nine people.", "raid", day("2024-10-28"), id="of a noun"
        ),
        pytest.param(
            "The rebels, who in June took nine hostages, rejected the offer.",
            "rejected",
            None,
            id="not of a clause about the doer",
        ),
        pytest.param(
            "Police fired on the crowd on Friday after a shop was looted.",
            "looted",
            None,
            id="not of what came after it",
        ),
        pytest.param(
            "The road has been shut since Friday, when gunmen killed two drivers.",
            "killed",
            day("2024-10-25"),
            id="of the day something began",
        ),
        pytest.param(
            "The road has been shut since Friday, when gunmen killed two drivers.",
            "shut",
            ("2024-10-25", "2024-10-29"),
            id="of the time it has gone on",
        ),
        pytest.param(
            "The salvo on Sunday came two days after drones sank a ferry.",
            "sank",
            day("2024-10-25"),
            id="so long before",
        ),
        pytest.param(
            "Soldiers are massing on the border.", "massing", day("2024-10-29"), id="present"
        ),
        pytest.param("Soldiers crossed the border.", "crossed", None, id="none told"),
        pytest.param(
            "If the rebels do not answer by Friday, the army will attack.",
            "attack",
            None,
            id="not of a condition",
        ),
    ],
)
def test_a_happening_takes_the_time_of_its_clause(parse, text, word, when):
    assert told(parse(text), word) == when


def test_a_heading_dates_what_stands_below_it(parse):
    parsed = parse("May 3 - Rebels took Torit. The garrison fled.\n\nMay 5 - The army returned.")

    assert told(parsed, "fled") == day("2024-05-03")


def test_a_telling_carries_its_day_along(parse):
    parsed = parse("On Sunday jets bombed a bridge near Gao. The wounded were taken away.")

    assert told(parsed, "taken") is None
    assert told(parsed, "taken", carried_time) == day("2024-10-27")
