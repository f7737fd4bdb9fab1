from datetime import date

import pytest

from dateline.knowledge.datelines import find_dateline, find_day, read_day

STORY = (
    "Two people were killed and nine hurt when shells hit a market in the old town, a medic said."
)


@pytest.mark.parametrize(
    ("words", "places", "day", "agency"),
    [
        ("GOMA, Congo, Feb. 3 (AP) — ", ("GOMA", "Congo"), "Feb. 3", "AP"),
        ("ODESA, Ukraine (Meridian) - ", ("ODESA", "Ukraine"), None, "Meridian"),
        ("KURSK, July 16. /TASS/. ", ("KURSK",), "July 16", "TASS"),
        ("BATUMI, 3 Dec - ", ("BATUMI",), "3 Dec", None),
        ("STEPANAVAN. – ", ("STEPANAVAN",), None, None),
        ("SUWAŁKI – ", ("SUWAŁKI",), None, None),
        ("TYRE, south Lebanon: ", ("TYRE", "south Lebanon"), None, None),
        ("(Erbil, 22 November) ", ("Erbil",), "22 November", None),
        ("Van — ", ("Van",), None, None),
        ("ANKARA (BI) | ", ("ANKARA",), None, "BI"),
        ("Geneina, West Darfur / Nairobi — 16 April 2025. ", None, "16 April 2025", None),
        ("KISUMU, Tuesday - ", ("KISUMU",), "Tuesday", None),
        (
            "Nampula, Mozambique, 30 mar 2021 (LN) – ",
            ("Nampula", "Mozambique"),
            "30 mar 2021",
            "LN",
        ),
        ("BANGUI (R&P) -- ", ("BANGUI",), None, "R&P"),
        ("ASMARA, March 1. ", ("ASMARA",), "March 1", None),
        ("TURBAT: ", ("TURBAT",), None, None),
        ("Srinagar, Jun 29: ", ("Srinagar",), "Jun 29", None),
        ("Bastar/Sukma: ", ("Bastar", "Sukma"), None, None),
        ("TOKYO (Nov. 9) — ", ("TOKYO",), "Nov. 9", None),
        ("SKOPJE/SOFIA. ", ("SKOPJE", "SOFIA"), None, None),
        ("POINTE-À-PITRE, May 6, 1997 — ", ("POINTE-À-PITRE",), "May 6, 1997", None),
        ("Mazatlán, Sinaloa, Sept. 18.– ", ("Mazatlán", "Sinaloa"), "Sept. 18", None),
        ("Dec. 6 — ", (), "Dec. 6", None),
        ("Saida, 6/11 – ", ("Saida",), "6/11", None),
        ("ST. PETERSBURG — ", ("ST. PETERSBURG",), None, None),
        ("(CNN) — ", (), None, "CNN"),
        ("NEAR THE FRONT IN DONETSK, Ukraine (AP) — ", None, None, "AP"),
        ("HOMS, March 3 (SANA)-", ("HOMS",), "March 3", "SANA"),
        ("Kyiv, Ukraine CNN — ", ("Kyiv", "Ukraine"), None, "CNN"),
        ("The Hague — ", ("The Hague",), None, None),
        ("SANTA ANA, 3 JAN 90 (AFP) -- ", ("SANTA ANA",), "3 JAN 90", "AFP"),
    ],
)
def test_a_dateline_ends_where_the_story_begins(words, places, day, agency):
    found = find_dateline(words + STORY)

    assert found is not None
    assert (found.end, found.date, found.agency) == (len(words), day, agency)
    assert places is None or found.places == places


@pytest.mark.parametrize(
    "line",
    [
        "Quetta, 19 March 2025",
        "BAKHMUT, Ukraine | Wed Feb 18, 2015 1:52pm GMT",
        "26 September 2023, 07:00 UTC",
        "[Delta Net, Saturday, 24 May 2008, 03:12 GMT]",
        "Gulf of Aden, 20 JUN 2024, 0630 UTC",
    ],
)
def test_a_line_may_be_a_dateline_from_end_to_end(line):
    found = find_dateline(line)

    assert found is not None
    assert found.end == len(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"SPOKESMAN: {STORY}", id="speaker"),
        pytest.param(f"EXPLAINER: {STORY}", id="kicker"),
        pytest.param(f"What next? {STORY}", id="question"),
        pytest.param(f"President Zia - {STORY}", id="person"),
        pytest.param(
            "The strike — Mali's third this week — killed nine, a governor said.", id="aside"
        ),
        pytest.param(
            "Russia — which denies it — was blamed for the attack on the port.", id="clause"
        ),
        pytest.param("MONDAY, July 3", id="day of a chronicle"),
        pytest.param("GAO - CALM", id="too short for a story"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_openings_are_no_dateline(line):
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Oct. 29, 2003", date(2003, 10, 29)),
        ("Wed Feb 18, 2015 1:52pm GMT", date(2015, 2, 18)),
        ("the 4th of May 2024", date(2024, 5, 4)),
        ("04.06.2025", date(2025, 6, 4)),
        ("14/3/2020", date(2020, 3, 14)),
        ("3/14/2020", date(2020, 3, 14)),
        ("2024-02-29", date(2024, 2, 29)),
        pytest.param("6/11/2025", None, id="day and month unclear"),
        pytest.param("2024-02-30", None, id="no such day"),
        pytest.param("3 May", None, id="no year"),
        pytest.param("Marib 12, 2020", None, id="Marib is no month"),
    ],
)
def test_a_day_is_read_only_where_nothing_is_guessed(words, day):
    assert read_day(words) == day


def test_the_first_day_with_a_year_is_found():
    assert find_day("As of 3 May, updated on 4 May 2021 at noon") == date(2021, 5, 4)
