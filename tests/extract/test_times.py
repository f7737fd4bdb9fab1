"""Words that say when: the days they mean to a report of Tuesday 29 October 2024."""

from datetime import date

import pytest

from dateline.extract.times import find_times, heading_times
from dateline.knowledge.times import time_lexicon

PUBLISHED = date(2024, 10, 29)
FORMS = time_lexicon().forms


def days(mentions):
    spans = [(m.when.start, m.when.end) for m in mentions]
    return ";".join("unknown" if a is None else str(a) if a == b else f"{a}/{b}" for a, b in spans)


def cases(*rows):
    return [pytest.param(text, when, id=text) for text, when in rows]


@pytest.mark.parametrize(
    ("rule", "text", "when"),
    [pytest.param(f.rule, t, w, id=f"{f.rule}: {t}") for f in FORMS for t, w in f.yes.items()],
)
def test_each_form_means_what_its_example_says(parse, rule, text, when):
    mentions = find_times(parse(text), PUBLISHED)

    assert days(mentions) == when
    assert rule in {m.rule for m in mentions}


@pytest.mark.parametrize("text", [text for form in FORMS for text in form.no])
def test_no_form_takes_what_is_no_time(parse, text):
    assert find_times(parse(text), PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "when"),
    cases(
        ("Gunmen attacked the village early Monday morning.", "2024-10-28"),
        ("Police said Sunday that two men had died.", "2024-10-27"),
        ("The siege began last Thursday.", "2024-10-24"),
        ("The ministers are meeting on Wednesday.", "2024-10-30"),
        ("They plan to meet next Friday.", "2024-11-01"),
        ("The troops must leave by Friday.", "2024-11-01"),
        ("The fighting lasted until Sunday.", "2024-10-27"),
        ("Militia fighters man a roadblock outside Bukavu on Monday.", "2024-10-28"),
        ("The rebels let the lorries pass on Wednesday.", "2024-10-23"),
    ),
)
def test_a_weekday_is_the_last_one_or_the_next_by_the_tense(parse, text, when):
    assert days(find_times(parse(text), PUBLISHED)) == when


@pytest.mark.parametrize(
    ("text", "when"),
    cases(
        ("The war started on 24 February 2022.", "2022-02-24"),
        ("The war started on February 24, 2022.", "2022-02-24"),
        ("He was killed on Sept. 1, 1983.", "1983-09-01"),
        ("On 26th October it was hit.", "2024-10-26"),
        ("On 26/10/24 it was hit.", "2024-10-26"),
        ("A drone hit the airfield on 05AUG.", "2024-08-05"),
        ("081200Z MAR 24: two explosions in the port.", "2024-03-08"),
        ("They crossed in November.", "2023-11-01/2023-11-30"),
        ("They will meet in November.", "2024-11-01/2024-11-30"),
        ("The vote is due on 3 November.", "2024-11-03"),
        ("The feud goes back to May, when a chief was shot.", "2024-05-01/2024-05-31"),
    ),
)
def test_dates_come_in_every_order_and_with_the_year_that_fits(parse, text, when):
    assert days(find_times(parse(text), PUBLISHED)) == when


@pytest.mark.parametrize(
    ("text", "when"),
    cases(
        ("The army has shelled Homs since Friday.", "2024-10-25/2024-10-29"),
        ("They have fought since 2014.", "2014-01-01/2024-10-29"),
        ("Since January 200 have died.", "2024-01-01/2024-10-29"),
        ("The curfew in Gao stays in force until Sunday.", "2024-10-29/2024-11-03"),
        ("Between October 3 and October 7 Goma was shelled.", "2024-10-03/2024-10-07"),
        ("From January to June 2023 Goma was shelled.", "2023-01-01/2023-06-30"),
    ),
)
def test_since_until_and_from_make_intervals(parse, text, when):
    assert days(find_times(parse(text), PUBLISHED)) == when


@pytest.mark.parametrize(
    ("text", "when"),
    cases(
        ("On Friday Lodwar fell. Two days later it was retaken.", "2024-10-25;2024-10-27"),
        ("On Friday it fell. The previous night it was shelled.", "2024-10-25;2024-10-24"),
        ("On Friday it fell. The day before, shells had hit it.", "2024-10-25;2024-10-24"),
        ("On 3 May 2019 it fell. A month later all left.", "2019-05-03;2019-06-01/2019-06-30"),
        ("The ceremony on Sunday came a week after the town fell.", "2024-10-27;2024-10-20"),
    ),
)
def test_times_are_counted_from_the_day_told_before(parse, text, when):
    assert days(find_times(parse(text), PUBLISHED)) == when


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        pytest.param(
            "A bomb went off at 6:30 a.m. on Monday.", "6:30 a.m. on Monday", "2024-10-28", id="day"
        ),
        pytest.param("Shells fell at dawn.", "dawn", "2024-10-29", id="day of the report"),
        pytest.param("It burned down shortly before midnight.", "midnight", "2024-10-28", id="eve"),
    ],
)
def test_a_clock_time_joins_its_day(parse, text, words, when):
    parsed = parse(text)
    [mention] = find_times(parsed, PUBLISHED)

    assert parsed.words_of(mention.first, mention.end) == words
    assert days([mention]) == when


@pytest.mark.parametrize(
    "text",
    [
        "They were held for three days.",
        "A 17-year-old was shot in the five-hour battle.",
        "He serves in the 24th Brigade.",
        "May said no to the generals.",
        "He fired 2000 rounds.",
        "They may march on Tabuk.",
        "Guards beat him each morning.",
    ],
)
def test_durations_ages_and_names_are_no_times(parse, text):
    assert find_times(parse(text), PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "when"),
    cases(
        ("It was hit on Friday.", "unknown"),
        ("It was hit overnight.", "unknown"),
        ("It was hit on 3 May.", "unknown"),
        ("It was hit on 3 May 2019.", "2019-05-03"),
    ),
)
def test_without_a_day_of_publication_only_whole_dates_are_known(parse, text, when):
    assert days(find_times(parse(text), None)) == when


@pytest.mark.parametrize(
    "text",
    ["On 12 May 2190 it was sacked.", "It was sacked in 1207.", "On 31 February it was sacked."],
)
def test_dates_beyond_the_calendar_or_the_age_are_refused(parse, text):
    assert "date" not in {m.rule for m in find_times(parse(text), PUBLISHED)}


def test_a_dateline_dates_the_report_alone(parse):
    text = "GORI, Georgia, Oct 28 (Agency) - Shells hit the market on Sunday."
    mentions = find_times(parse(text), PUBLISHED)

    assert [m.rule for m in mentions] == ["dateline", "weekday"]


def test_a_date_or_clock_time_heads_the_lines_below_it(parse):
    text = "May 3 - Rebels take Torit.\n\nMay 5 - The army returns.\n\n14:20 - Calm."
    heads = heading_times(parse(text), PUBLISHED)

    assert days(heads) == "2024-05-03;2024-05-05;2024-05-05"
