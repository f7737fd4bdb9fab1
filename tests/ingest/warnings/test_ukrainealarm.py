import json

import pytest

from dateline.errors import UnreadableReportError
from dateline.ingest.warning_reading import read_warnings


def region(*alarms, uid="1293", size="District", name="Чугуївський район", english=None):
    return {
        "regionId": uid,
        "regionType": size,
        "regionName": name,
        "regionEngName": english,
        "lastUpdate": "2024-10-29T01:00:00Z",
        "activeAlerts": [
            {"regionId": uid, "regionType": size, "lastUpdate": "2024-10-29T00:50:00Z"} | alarm
            for alarm in alarms
        ],
    }


def read(form):
    return read_warnings("ukrainealarm", json.dumps(form).encode())


def test_active_alarms_are_a_snapshot():
    reading = read([region({"type": "AIR"}, {"type": "ARTILLERY"})])

    assert reading.snapshot
    assert [i.type for i in reading.intervals] == ["air", "artillery"]
    first = reading.intervals[0]
    assert (first.region, first.level, first.country) == ("ukrainealarm:1293", "raion", "UKR")
    assert first.region_name == "Чугуївський район"
    assert first.start.isoformat() == "2024-10-29T00:50:00+00:00"
    assert first.end is None


@pytest.mark.parametrize(
    ("size", "level"),
    [("State", "oblast"), ("District", "raion"), ("Community", "hromada"), ("Null", "area")],
)
def test_the_size_of_a_region_is_told(size, level):
    assert read([region({"type": "AIR"}, size=size)]).intervals[0].level == level


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("URBAN_FIGHTS", "urban"),
        ("CHEMICAL", "chemical"),
        ("NUCLEAR", "radiation"),
        ("UNKNOWN", "other"),
        (None, "other"),
    ],
)
def test_the_kind_of_alarm_is_told(word, kind):
    assert read([region({"type": word})]).intervals[0].type == kind


def test_reports_of_explosions_are_no_alarm():
    assert read([region({"type": "INFO"})]).intervals == ()


def test_an_alarm_of_a_smaller_region_lies_within_the_region():
    [found] = read([region({"type": "AIR", "regionId": "77", "regionType": "Community"})]).intervals

    assert (found.region, found.level) == ("ukrainealarm:77", "hromada")
    assert found.within == ("ukrainealarm:1293",)


def test_no_alarm_at_all_is_an_answer():
    reading = read([])

    assert reading.snapshot
    assert reading.intervals == ()


def test_regions_that_are_wrong_are_named():
    reading = read([7, {"regionName": "x"}, region({"type": "AIR", "lastUpdate": "soon"})])

    assert len(reading.faults) == 2
    assert len(reading.intervals) == 1  # the region itself says since when


@pytest.mark.parametrize("form", [{"message": "no key"}, "x", None, 3])
def test_an_answer_that_is_no_list_is_no_calm(form):
    with pytest.raises(UnreadableReportError):
        read(form)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 100_000, b"\xff"])
def test_broken_answers_are_refused(body):
    with pytest.raises(UnreadableReportError):
        read_warnings("ukrainealarm", body)
