from datetime import UTC, datetime, timedelta

import pytest

from dateline.errors import UnreadableReportError
from dateline.ingest.warning_reading import read_warnings, together
from dateline.reconcile.warned import update
from dateline.records import Circle

START = datetime(2024, 10, 29, 1, 0, tzinfo=UTC)


def alert(info="", **fields):
    told = {
        "identifier": "a1",
        "sender": "alerts.example",
        "sent": "2024-10-29T03:00:00+02:00",
        "status": "Actual",
        "msgType": "Alert",
        "scope": "Public",
    } | fields
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in told.items())
    return f'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">{inside}{info}</alert>'


def info(area="", **fields):
    told = {"category": "Security", "event": "Air raid warning", "responseType": "Shelter"} | fields
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in told.items())
    return f"<info>{inside}<area><areaDesc>Chuhuiv Raion</areaDesc>{area}</area></info>"


CODED = "<geocode><valueName>KATOTTG</valueName><value>UA63140000000041885</value></geocode>"


def read(*alerts):
    body = alerts[0] if len(alerts) == 1 else f"<feed>{''.join(alerts)}</feed>"
    return read_warnings("cap", body.encode())


def test_an_alert_becomes_an_interval_for_its_region():
    reading = read(
        alert(info(CODED, onset="2024-10-29T03:05:00+02:00", expires="2024-10-29T05:00:00+02:00"))
    )

    [found] = reading.intervals
    assert found.region == "KATOTTG:UA63140000000041885"
    assert (found.region_name, found.country, found.type) == ("Chuhuiv Raion", "UKR", "air")
    assert (found.start, found.end) == (
        START + timedelta(minutes=5),
        START + timedelta(hours=2),
    )
    assert found.actual
    assert not reading.snapshot


def test_an_alert_that_does_not_say_when_it_expires_holds_for_a_day():
    [found] = read(alert(info())).intervals

    assert (found.start, found.end) == (START, START + timedelta(hours=24))


def test_a_region_without_a_code_is_known_by_its_description():
    assert read(alert(info())).intervals[0].region == "area:Chuhuiv Raion"


def test_languages_of_one_alert_are_one_interval():
    both = info(CODED, language="en") + info(CODED, language="uk", event="Повітряна тривога")

    assert len(read(alert(both)).intervals) == 1


@pytest.mark.parametrize("status", ["Exercise", "Test", "Draft", "System", "", "actual", "Other"])
def test_what_is_not_meant_is_kept_and_never_actual(status):
    [found] = read(alert(info(), status=status)).intervals

    assert not found.actual


@pytest.mark.parametrize(("kind", "cancelled"), [("Update", False), ("Cancel", True)])
def test_a_later_message_closes_what_it_refers_to(kind, cancelled):
    reading = read(
        alert(
            identifier="a2",
            sent="2024-10-29T04:00:00+02:00",
            msgType=kind,
            references="alerts.example,a1,2024-10-29T01:00:00-00:00 b.example,x,nonsense broken",
        )
    )

    first = reading.closings[0]
    assert read(alert(info())).intervals[0].key.startswith(first.message + "#")
    assert (first.at, first.cancelled) == (START + timedelta(hours=1), cancelled)
    assert len(reading.closings) == 2


def test_an_all_clear_warns_of_nothing():
    reading = read(
        alert(
            info(responseType="AllClear"), msgType="Update", references="a,b,2024-10-29T00:00:00Z"
        )
    )

    assert reading.intervals == ()
    assert len(reading.closings) == 1


@pytest.mark.parametrize("kind", ["Ack", "Error", "Cancel", ""])
def test_other_messages_warn_of_nothing(kind):
    assert read(alert(info(), msgType=kind)).intervals == ()


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"event": "Air Raid Alert"}, "air"),
        ({"event": "Artillery shelling threat"}, "artillery"),
        ({"event": "Загроза артобстрілу", "category": "Security"}, "artillery"),
        ({"event": "Chemical hazard"}, "chemical"),
        ({"event": "Radiation danger"}, "radiation"),
        ({"event": "Thunderstorm"}, "other"),
    ],
)
def test_the_event_says_what_is_warned_of(fields, kind):
    assert read(alert(info(**fields))).intervals[0].type == kind


def test_shapes_are_kept():
    area = "<polygon>50,36 50,37 49,37 50,36</polygon><circle>49.9,36.2 12.5</circle>"
    [found] = read(alert(info(area))).intervals

    assert found.polygons == (((50, 36), (50, 37), (49, 37), (50, 36)),)
    assert found.circles == (Circle(lat=49.9, lon=36.2, km=12.5),)


@pytest.mark.parametrize(
    "area",
    [
        "<polygon>50,36 50,37 50,36</polygon>",
        "<polygon>50,36 50,37 49,37 51,36</polygon>",
        "<polygon>50,36 95,37 49,37 50,36</polygon>",
        "<polygon>nan,36 50,37 49,37 nan,36</polygon>",
        "<polygon></polygon>",
        "<circle>49.9,36.2</circle>",
        "<circle>49.9,36.2 -1</circle>",
        "<circle>49.9,36.2 inf</circle>",
        "<circle/>",
    ],
)
def test_shapes_that_are_none_are_left_out(area):
    [found] = read(alert(info(area))).intervals

    assert (found.polygons, found.circles) == ((), ())


def test_an_end_before_the_start_is_the_start():
    [found] = read(alert(info(expires="2024-10-28T00:00:00+00:00"))).intervals

    assert found.end == found.start


def test_alerts_inside_a_feed_are_read_and_wrong_ones_named():
    reading = read(
        alert(info()), alert(info(), identifier="a2"), alert(info(), identifier="a3", sent="soon")
    )

    assert len(reading.intervals) == 2
    assert reading.faults == ("alert a3 lacks what names it",)


@pytest.mark.parametrize("body", ["<feed><title>Calm</title></feed>", "<rss><channel/></rss>"])
def test_a_feed_of_no_alerts_is_an_answer(body):
    assert read_warnings("cap", body.encode()).intervals == ()


def test_the_order_in_which_documents_are_read_does_not_matter():
    first = read(alert(info()))
    last = read(
        alert(
            identifier="a2",
            sent="2024-10-29T04:00:00+02:00",
            msgType="Cancel",
            references="alerts.example,a1,2024-10-29T03:00:00+02:00",
        )
    )
    for order in ([first, last], [last, first]):
        [found] = update((), together(order), START)
        assert (found.end, found.cancelled) == (START + timedelta(hours=1), True)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<feed><entry/></feed>",
        "hello",
        "<html/>",
        "<alert",
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + alert(info(event="&x;")),
        "<alert>&undefined;</alert>",
        "<a>" * 300 + "<alert/>" + "</a>" * 300,
    ],
)
def test_what_is_no_alert_is_refused(body):
    with pytest.raises(UnreadableReportError):
        read(body)
