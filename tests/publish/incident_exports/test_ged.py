"""CSV in the shape of UCDP GED."""

import csv
from io import StringIO

import pytest

from dateline.records import Party, When
from tests.publish.incident_exports.made import MARKET, RUSSIA, coded, shelling, written

COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office "
    "source_date source_headline source_original where_prec where_coordinates where_description "
    "adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low "
    "gwnoa gwnob"
).split()
REBELS = Party(name="Rebels", country="UKR", role="REB")
BANDITS = Party(name="Bandits", country="UKR", role="CRM")
GUNMEN = Party(name="gunmen", role="UNK")


def rows(*incidents):
    return list(csv.DictReader(StringIO(written("ged", *incidents), newline="")))


def row(incident):
    [only] = rows(incident)
    return only


def test_the_columns_are_geds_in_their_order():
    assert written("ged").strip().split(",") == COLUMNS
    assert len(COLUMNS) == 49


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("year", "2024"),
        ("dyad_name", "Russian army - market; civilian"),
        ("number_of_sources", "2"),
        ("source_office", "Donbas Courier; Wire"),
        ("source_headline", "Shells kill [name withheld] in Kramatorsk"),
        ("source_original", "Oleh Hryn"),
        ("where_prec", "1"),
        ("geom_wkt", "POINT (37.5563 48.7231)"),
        ("priogrid_gid", "199876"),
        ("country", "Ukraine"),
        ("region", "Europe"),
        ("date_prec", "1"),
        ("date_start", "2024-07-03"),
        ("low", "4"),
        ("best", "5"),
        ("high", "5"),
        ("deaths_civilians", ""),
        ("deaths_unknown", "5"),
        ("deaths_a", ""),
        ("conflict_new_id", ""),
    ],
)
def test_cells(column, value):
    assert row(shelling())[column] == value


@pytest.mark.parametrize(
    ("kind", "actors", "targets", "code"),
    [
        pytest.param("armed-clash", (RUSSIA,), (REBELS,), "1", id="state against rebels"),
        pytest.param("armed-clash", (RUSSIA, REBELS), (), "1", id="mutual"),
        pytest.param("armed-clash", (REBELS,), (BANDITS,), "2", id="two armed groups"),
        pytest.param("armed-attack", (REBELS,), (MARKET,), "3", id="one-sided"),
        pytest.param("shelling", (RUSSIA,), (MARKET,), "", id="one-sided, or part of a war"),
        pytest.param("armed-attack", (GUNMEN,), (MARKET,), "", id="nobody knows who they are"),
        pytest.param("armed-attack", (), (MARKET,), "", id="nobody named"),
    ],
)
def test_the_type_of_violence_is_told_where_there_is_no_doubt(kind, actors, targets, code):
    assert row(coded(kind, actors=actors, targets=targets))["type_of_violence"] == code


@pytest.mark.parametrize(
    "incident",
    [
        pytest.param(coded("shelling", figures=()), id="nobody killed"),
        pytest.param(coded("riot"), id="no armed force"),
        pytest.param(coded("shelling", factuality="conditional"), id="not taken place"),
        pytest.param(coded("shelling", parts=("i2",)), id="its parts are written"),
        pytest.param(coded("shelling", date=When()), id="no date"),
    ],
)
def test_what_ucdp_would_not_count_is_left_out(incident):
    assert rows(incident) == []
