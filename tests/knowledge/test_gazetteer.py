"""The gazetteer: what bears a name, the likeliest first, whatever the spelling."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from math import cos, hypot, radians

import pytest

from dateline.errors import KnowledgeError, MissingPartError
from dateline.knowledge.files import read_table
from dateline.knowledge.gazetteer.countries import countries
from dateline.knowledge.gazetteer.entry import WHERE_PREC, where_prec
from dateline.knowledge.gazetteer.lookup import SHIPPED, Gazetteer, open_gazetteer
from dateline.knowledge.gazetteer.name_words import name_words, unit_abbreviations
from dateline.knowledge.gazetteer.regions import disputed_areas, regions

MOST_BYTES = 30_000_000


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


def kilometres(entry, lat, lon):
    return hypot(entry.lat - lat, (entry.lon - lon) * cos(radians(lat))) * 111.2


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        pytest.param("Odesa", "UKR", 46.48, 30.73, id="a city"),
        pytest.param("ODESA", "UKR", 46.48, 30.73, id="in capitals"),
        pytest.param("Kharkov", "UKR", 49.98, 36.25, id="another spelling"),
        pytest.param("Malé", "MDV", 4.17, 73.51, id="an accent"),
        pytest.param("al-Hasakah", "SYR", 36.5, 40.75, id="an Arabic article"),
        pytest.param("the Hague", "NLD", 52.08, 4.3, id="an English article"),
        pytest.param("Sana’a", "YEM", 15.35, 44.21, id="an apostrophe"),
        pytest.param("Deir-ez-Zor", "SYR", 35.33, 40.14, id="hyphens"),
    ],
)
def test_the_likeliest_place_comes_first(gazetteer, name, country, lat, lon):
    best = next(e for e in gazetteer.candidates(name) if e.kind == "settlement")

    assert best.country == country
    assert kilometres(best, lat, lon) < 15


@pytest.mark.parametrize(
    ("name", "precision", "country"),
    [
        pytest.param("Herat province", "admin1", "AFG", id="province"),
        pytest.param("Kherson Oblast", "admin1", "UKR", id="oblast"),
        pytest.param("province of Idlib", "admin1", "SYR", id="province of"),
        pytest.param("Marsabit County", "admin1", "KEN", id="county"),
        pytest.param("Black Sea", "sea", None, id="sea"),
        pytest.param("Sahel", "region", None, id="region"),
        pytest.param("Darfur", "region", "SDN", id="region of one country"),
        pytest.param("Ain al-Asad", "site", "IRQ", id="base"),
        pytest.param("Chad", "country", "TCD", id="country"),
    ],
)
def test_each_name_has_its_precision(gazetteer, name, precision, country):
    best = gazetteer.candidates(name)[0]

    assert (best.precision, best.country) == (precision, country)


def test_a_name_nobody_bears_has_no_places(gazetteer):
    assert gazetteer.candidates("Qwertzuiopolis") == ()


@pytest.mark.parametrize(
    ("told", "country", "known"),
    [
        pytest.param("Qayyara", "IRQ", "Al Qayyārah", id="article and ending"),
        pytest.param("Suwayra", "IRQ", "Aş Şuwayrah", id="a letter of the sun"),
    ],
)
def test_another_transliteration_is_found_within_a_country(gazetteer, told, country, known):
    assert gazetteer.similar(told, frozenset([country])).name == known


def test_a_far_namesake_is_no_transliteration(gazetteer):
    assert gazetteer.similar("Qayyara", frozenset(["POL"])) is None


def test_sides_of_a_country_lie_on_their_sides(gazetteer):
    north, south = gazetteer.side("IRQ", 0), gazetteer.side("IRQ", 180)
    east, west = gazetteer.side("IRQ", 90), gazetteer.side("IRQ", 270)

    assert north[0] > south[0]
    assert east[1] > west[1]


def test_a_unit_is_found_by_its_code(gazetteer):
    assert gazetteer.unit("USA", "OH").name == "Ohio"


def test_a_place_is_found_by_its_id(gazetteer):
    [city] = [e for e in gazetteer.candidates("Omdurman") if e.kind == "settlement"][:1]

    assert gazetteer.by_id(city.id) == city


def test_threads_and_pickles_share_the_file(gazetteer):
    copy = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(copy.candidates, ["Lviv"] * 8))

    assert found == [gazetteer.candidates("Lviv")] * 8


def test_a_missing_file_says_how_to_get_it(tmp_path):
    with pytest.raises(MissingPartError, match=r"docs/gazetteer\.md"):
        Gazetteer(tmp_path / "places.sqlite")


def test_the_shipped_file_stays_small():
    assert SHIPPED.stat().st_size <= MOST_BYTES


@pytest.mark.parametrize("area", disputed_areas(), ids=lambda area: area.name)
def test_disputed_areas_name_a_country_and_a_reason(area):
    assert area.country in {c.alpha3 for c in countries()}
    assert area.reason


@pytest.mark.parametrize(
    ("name", "country"),
    [
        pytest.param("Simferopol", "UKR", id="Crimea"),
        pytest.param("Sevastopol", "UKR", id="Sevastopol"),
        pytest.param("Horlivka", "UKR", id="Donetsk"),
        pytest.param("Katzrin", "SYR", id="Golan"),
        pytest.param("Sukhumi", "GEO", id="Abkhazia"),
        pytest.param("Tiraspol", "MDA", id="Transnistria"),
        pytest.param("Srinagar", "IND", id="Indian Kashmir"),
        pytest.param("Hebron", "PSE", id="West Bank"),
        pytest.param("Pristina", "XKX", id="Kosovo"),
    ],
)
def test_the_policy_on_disputed_areas_holds(gazetteer, name, country):
    assert gazetteer.candidates(name)[0].country == country


def test_regions_stand_where_their_countries_are_known():
    known = {c.alpha3 for c in countries()}

    assert [r.name for r in regions() if not set(r.countries) <= known] == []
    assert [r.name for r in regions() if not (-90 <= r.lat <= 90 and -180 <= r.lon <= 180)] == []
    assert {r.precision for r in regions()} <= set(WHERE_PREC)


@pytest.mark.parametrize("region", [r for r in regions() if r.radius <= 50 and r.countries])
def test_small_regions_lie_near_places_of_their_country(gazetteer, region):
    found = [e for e in gazetteer.candidates(region.name) if e.country == region.countries[0]]

    assert min(kilometres(e, region.lat, region.lon) for e in found) < 300


def test_every_town_lies_in_a_known_country():
    rows = list(read_table(SHIPPED.parent / "towns.tsv"))

    assert {row[1] for row in rows} <= {c.alpha3 for c in countries()}
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


def test_every_short_form_is_a_unit(gazetteer):
    missing = [c for c in unit_abbreviations().values() if gazetteer.unit(*c.split(".")) is None]

    assert missing == []


def test_word_lists_are_in_lower_case():
    lists = name_words()

    assert [w for w in lists.organization | lists.site | lists.not_places if w != w.lower()] == []


@pytest.mark.parametrize(
    ("precision", "near", "code"),
    [
        pytest.param("site", False, 1, id="site"),
        pytest.param("settlement", False, 1, id="settlement"),
        pytest.param("settlement", True, 2, id="near a settlement"),
        pytest.param("admin2", False, 3, id="district"),
        pytest.param("admin1", True, 4, id="near a province is the province"),
        pytest.param("region", False, 5, id="region"),
        pytest.param("country", False, 6, id="country"),
        pytest.param("sea", False, 7, id="sea"),
    ],
)
def test_precisions_have_the_codes_of_ucdp(precision, near, code):
    assert where_prec(precision, near=near) == code


def test_wrong_tables_fail_with_their_path(tmp_path):
    path = tmp_path / "dump.txt"
    path.write_text("1\ttoo\tfew\n", encoding="utf-8")
    from dateline.knowledge.gazetteer.geonames import read_geonames

    with pytest.raises(KnowledgeError, match=r"dump\.txt, line 1: 3 columns"):
        list(read_geonames(path))
