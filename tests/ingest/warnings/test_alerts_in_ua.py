import json

import pytest

from dateline.errors import UnreadableReportError
from dateline.ingest.warning_reading import read_warnings


def alert(**fields):
    return {
        "id": 8757,
        "location_title": "Чугуївський район",
        "location_type": "raion",
        "started_at": "2024-10-29T00:50:00.123Z",
        "finished_at": None,
        "alert_type": "air_raid",
        "location_uid": "127",
        "location_oblast": "Харківська область",
        "notes": None,
    } | fields


def read(*alerts, **form):
    return read_warnings("alerts-in-ua", json.dumps({"alerts": alerts, **form}).encode())


def test_active_alerts_are_a_snapshot():
    reading = read(alert(), meta={"last_updated_at": "2024/10/29"})

    [found] = reading.intervals
    assert reading.snapshot
    assert (found.key, found.level, found.type, found.country) == ("8757", "raion", "air", "UKR")
    assert found.region == "UKR/Харківська область/Чугуївський район"
    assert found.within == ("UKR/Харківська область",)
    assert found.start.isoformat() == "2024-10-29T00:50:00+00:00"


def test_a_history_is_no_snapshot():
    reading = read(alert(), alert(id=1, finished_at="2024-10-29T01:00:00.000Z"))

    assert not reading.snapshot
    assert reading.intervals[1].end.isoformat() == "2024-10-29T01:00:00+00:00"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("artillery_shelling", "artillery"),
        ("urban_fights", "urban"),
        ("chemical", "chemical"),
        ("nuclear", "radiation"),
        ("new_kind", "other"),
    ],
)
def test_the_kind_of_alert_is_told(word, kind):
    assert read(alert(alert_type=word)).intervals[0].type == kind


def test_an_oblast_is_within_nothing():
    [found] = read(alert(location_title="Харківська область", location_type="oblast")).intervals

    assert (found.region, found.within, found.level) == ("UKR/Харківська область", (), "oblast")


@pytest.mark.parametrize("gap", ["id", "location_title", "started_at"])
def test_an_alert_that_lacks_something_is_named(gap):
    reading = read(alert(**{gap: None}))

    assert reading.intervals == ()
    assert reading.faults == ("alert 1 lacks its id, its region or its start",)


@pytest.mark.parametrize("body", [b'{"message": "Unauthorized"}', b"<html>", b"{}", b"3", b""])
def test_an_answer_without_a_list_is_no_calm(body):
    with pytest.raises(UnreadableReportError):
        read_warnings("alerts-in-ua", body)
