import pytest

from dateline.reconcile.warned import Happening
from dateline.reconcile.warned.covering import cover
from dateline.records import Circle
from tests.reconcile.warned.made import CHUHUIV, LOZOVA, OBLAST, warning

MALYNIVKA = {"place": "Malynivka", "admin1": "Kharkiv", "country": "UKR"}
CITY = {"place": "Kyiv", "admin1": "Kyiv", "country": "UKR"}


def covered(region, level=None, **happening):
    fields = {"level": level} if level else {}
    return cover(warning(1, region=region, **fields), Happening(**happening))


@pytest.mark.parametrize(
    "oblast",
    ["Kharkiv Oblast", "Харківська область", "Kharkivska oblast", "Kharkov region", "Kharkiv"],
)
def test_an_oblast_covers_its_places_however_it_is_spelled(oblast):
    assert covered(f"UKR/{oblast}", **MALYNIVKA) == "whole"
    assert covered(f"UKR/{oblast}", **MALYNIVKA | {"admin1": "Sumy"}) == "no"


@pytest.mark.parametrize(
    ("oblast", "admin1"),
    [
        ("Запорізька область", "Zaporizhzhia"),
        ("Одеська область", "Odessa"),
        ("Вінницька область", "Vinnytsia"),
        ("Рівненська область", "Rivne"),
        ("Сумська область", "Sumy"),
        ("Чернівецька область", "Chernivtsi"),
        ("Закарпатська область", "Zakarpattia"),
        ("Хмельницька область", "Khmelnytskyi"),
        ("Івано-Франківська область", "Ivano-Frankivsk"),
        ("Автономна Республіка Крим", "Autonomous Republic of Crimea"),
        ("Дніпропетровська область", "Dnipropetrovsk"),
        ("Київська область", "Kyiv"),
    ],
)
def test_every_oblast_is_known_in_ukrainian_and_english(oblast, admin1):
    assert covered(f"UKR/{oblast}", place="Somewhere", admin1=admin1, country="UKR") == "whole"


@pytest.mark.parametrize(
    ("raion", "name"),
    [
        ("Чугуївський район", "Chuhuiv"),
        ("Краматорський район", "Kramatorsk"),
        ("Покровський район", "Pokrovsk"),
        ("Ізюмський район", "Izium"),
        ("Бахмутський район", "Bakhmut"),
        ("Nikopolskyi raion", "Nikopol"),
        ("Nikopol District", "Nikopol"),
    ],
)
def test_a_raion_covers_its_seat_and_what_lies_in_it(raion, name):
    assert covered(f"UKR/X/{raion}", place=name, country="UKR") == "whole"
    inside = {"place": "Elsewhere", "admin2": f"{name} Raion", "country": "UKR"}
    assert covered(f"UKR/X/{raion}", **inside) == "whole"


def test_a_raion_may_cover_a_place_whose_raion_is_not_known():
    assert covered(CHUHUIV, **MALYNIVKA) == "part"
    assert covered(CHUHUIV, **MALYNIVKA, admin2="Lozova Raion") == "no"
    assert covered(CHUHUIV, **MALYNIVKA, admin2="Chuhuiv Raion") == "whole"


def test_a_raion_covers_a_part_of_its_oblast():
    whole = {"place": "Kharkiv", "precision": "admin1", "country": "UKR"}

    assert covered(OBLAST, **whole) == "whole"
    assert covered(LOZOVA, **whole) == "part"
    assert covered("UKR/Sumy Oblast/Sumy Raion", **whole) == "no"


def test_the_city_of_kyiv_is_no_part_of_the_oblast_around_it():
    assert covered("UKR/м. Київ", level="city", **CITY) == "whole"
    assert covered("UKR/м. Київ", level="oblast", **CITY) == "whole"
    assert covered("UKR/Київська область", **CITY) == "no"
    assert covered("UKR/м. Київ", level="city", **CITY | {"place": "Bucha"}) == "no"


def test_a_country_is_covered_in_part():
    assert covered(OBLAST, place="Ukraine", precision="country", country="UKR") == "part"
    assert covered(OBLAST, place="Poland", precision="country", country="POL") == "no"


def test_a_happening_without_a_place_is_not_covered():
    assert covered(OBLAST, country="UKR") == "no"


BOX = ((49.0, 36.0), (50.0, 36.0), (50.0, 37.0), (49.0, 37.0), (49.0, 36.0))


@pytest.mark.parametrize(
    ("lat", "lon", "precision", "found"),
    [
        (49.5, 36.5, "settlement", "whole"),
        (49.5, 37.5, "settlement", "no"),
        (49.5, 36.5, "admin1", "part"),
        (50.2, 37.2, "admin1", "part"),
        (45.0, 30.0, "admin1", "no"),
    ],
)
def test_a_shape_covers_the_points_inside_it(lat, lon, precision, found):
    happening = Happening(lat=lat, lon=lon, precision=precision)

    assert cover(warning(1, polygons=(BOX,)), happening) == found


def test_a_circle_covers_what_is_near():
    near = warning(1, circles=(Circle(lat=49.9, lon=36.3, km=20),))

    assert cover(near, Happening(lat=49.9, lon=36.5)) == "whole"
    assert cover(near, Happening(lat=49.9, lon=36.7)) == "no"
