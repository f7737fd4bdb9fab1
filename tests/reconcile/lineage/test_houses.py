"""Publishers, agencies and offices are known by whichever of their names they go."""

import pytest

from dateline.reconcile.lineage import same_house, speaks_for, statement_of
from dateline.reconcile.lineage.houses import is_general
from tests.reconcile.made import make_report


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("AP", "The Associated Press", True, id="an agency and its short form"),
        pytest.param("AFP", "Agence France-Presse", True, id="in its own language"),
        pytest.param("Reuters", "Reuters News Agency", True, id="a fuller name"),
        pytest.param("LP", "Lusitania Press", True, id="initials of a house nobody knows"),
        pytest.param("The Orlen Courier", "Orlen Courier Online", True, id="an edition"),
        pytest.param("ORLEN COURIER", "Orlen Courier", True, id="capitals"),
        pytest.param("Orlen Courier", "Tamsin Courier", False, id="papers of one sort"),
        pytest.param("AP", "Associated Press of Pakistan", False, id="an agency like named"),
        pytest.param("Daily News", "Evening Herald", False, id="names of common words"),
        pytest.param("AFP", "AP", False, id="short forms alike"),
        pytest.param("Ministry of Health", "Ministry of Defence", False, id="two ministries"),
    ],
)
def test_names_of_one_house(one, other, expected):
    assert same_house(one, other) is expected
    assert same_house(other, one) is expected


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        pytest.param("Agencies", True, id="agencies"),
        pytest.param("staff and agencies", True, id="staff and agencies"),
        pytest.param("wire services", True, id="wire services"),
        pytest.param("Reuters", False, id="an agency"),
        pytest.param("AFP and agencies", False, id="an agency among others"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_credit_of_common_words_names_nobody(credit, expected):
    assert is_general(credit) is expected


@pytest.mark.parametrize(
    ("speaker", "party", "expected"),
    [
        pytest.param("Orlen Brigade", "Orlen Brigade", True, id="itself"),
        pytest.param("spokesman of the Orlen Brigade", "Orlen Brigade", True, id="its spokesman"),
        pytest.param("RSF", "Rapid Support Forces", True, id="its initials"),
        pytest.param("Ukrainian General Staff", "Ukraine", True, id="the staff of a state"),
        pytest.param("Russian Defence Ministry", "Russian forces", True, id="a ministry"),
        pytest.param("Ukrainian farmer", "Ukraine", False, id="a citizen"),
        pytest.param("Kyiv Post", "Ukraine", False, id="a paper"),
        pytest.param("Russian Defence Ministry", "Ukraine", False, id="of another state"),
        pytest.param("Ministry of Health", "Russia", False, id="of a state nobody names"),
        pytest.param("Tamsin Front", "Orlen Brigade", False, id="somebody else"),
    ],
)
def test_an_office_speaks_for_its_side(speaker, party, expected):
    assert speaks_for(speaker, party) is expected


STATEMENT = make_report("r1", publisher="Ministry of Health of Karsia")
PAPER = make_report("r2", publisher="Evening Post")
REPRINT = make_report("r3", publisher="Ministry of Health of Karsia", credits=("AFP",))


@pytest.mark.parametrize(
    ("speaker", "reports", "expected"),
    [
        pytest.param("Ministry of Health of Karsia", (PAPER, STATEMENT), "r1", id="by its name"),
        pytest.param("ministry of health of karsia", (STATEMENT,), "r1", id="whatever capitals"),
        pytest.param("Ministry of Health of Karsia", (PAPER,), None, id="not among the reports"),
        pytest.param("Ministry of Health of Karsia", (REPRINT,), None, id="words of an agency"),
        pytest.param("a nurse", (STATEMENT, PAPER), None, id="no house"),
    ],
)
def test_a_statement_is_found_by_who_published_it(speaker, reports, expected):
    assert statement_of(speaker, reports) == expected
