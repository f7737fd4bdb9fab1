import re
from datetime import datetime, timedelta

import pytest
from lxml import etree

from dateline.errors import SettingError
from dateline.publish.channelling import CHANNELS
from dateline.publish.channels import cap
from dateline.records import Listed
from tests.publish.channels.made import ENTRY, LATER, MANY, SENT, bulletin, entry

CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
# The order of the schema, and how often each may stand.
ORDER = {
    "alert": "identifier sender sent status msgType source? scope restriction? addresses? code*"
    " note? references? incidents? info*",
    "info": "language? category+ event responseType* urgency severity certainty audience?"
    " eventCode* effective? onset? expires? senderName? headline? description? instruction? web?"
    " contact? parameter* resource* area*",
    "area": "areaDesc polygon* circle* geocode* altitude? ceiling?",
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-,+]\d\d:\d\d")


def written(made, **fields):
    return etree.fromstring(cap.alert(made, bulletin(made, **fields)))


def text(root, path):
    return root.findtext("/".join(f"{CAP}{step}" for step in path.split("/")))


def assert_valid(root):
    for node in root.iter():
        name = etree.QName(node).localname
        if name in ORDER:
            inside = "".join(f"<{etree.QName(child).localname}>" for child in node)
            pattern = re.sub(r"(\w+)([?*+]?)", r"(?:<\1>)\2", ORDER[name]).replace(" ", "")
            assert re.fullmatch(pattern, inside), inside
        if name in {"sent", "effective", "onset", "expires"}:
            assert MOMENT.fullmatch(node.text)
        if name in {"identifier", "sender"}:
            assert not set(node.text) & set(" ,<&")


@pytest.mark.parametrize("made", MANY.entries[:5], ids=lambda e: e.incident.id)
def test_an_alert_follows_the_schema(made):
    assert_valid(written(made))


@pytest.mark.parametrize("made", MANY.entries[:5], ids=lambda e: e.incident.id)
def test_nothing_derived_from_news_is_an_actual_alert(made):
    root = written(made)

    assert text(root, "status") == "Test"
    assert text(root, "scope") == "Restricted"
    assert text(root, "restriction")
    assert text(root, "note") == "derived from news reports; not an official warning"


def test_nothing_can_be_set_that_makes_an_alert_actual():
    fields = (*Listed.__slots__, *ENTRY.__slots__, *MANY.__slots__)

    assert {"status", "scope", "actual"} & set(fields) == set()
    hostile = written(entry(title="x</headline><status>Actual</status>", kind="<status>Actual"))
    assert hostile.xpath("//*[local-name()='status']/text()") == ["Test"]


def test_an_alert_says_what_is_known():
    root = written(ENTRY)

    assert text(root, "identifier") == "i-3f2a.1"
    assert text(root, "sender") == "desk.example"
    assert text(root, "sent") == "2024-10-29T03:00:00+00:00"
    assert text(root, "msgType") == "Alert"
    assert text(root, "references") is None
    assert text(root, "incidents") == "i-3f2a"
    info = {etree.QName(n).localname: n.text for n in root.find(f"{CAP}info")}
    assert info["category"] == "Security"
    assert info["event"] == "Shelling"
    assert info["responseType"] == "Monitor"
    assert (info["urgency"], info["severity"], info["certainty"]) == ("Past", "Severe", "Observed")
    assert info["web"] == "https://desk.example/incidents/i-3f2a"
    assert text(root, "info/area/areaDesc") == "Chuhuiv, UKR"
    assert text(root, "info/area/circle") == "49.8354,36.6880 5"


def test_a_later_revision_updates_all_earlier_ones():
    root = written(entry(LATER, revision=3, earlier=((1, SENT), (2, LATER))))

    assert text(root, "msgType") == "Update"
    assert text(root, "references") == (
        "desk.example,i-3f2a.1,2024-10-29T03:00:00+00:00"
        " desk.example,i-3f2a.2,2024-10-30T04:30:00+00:00"
    )


def test_an_incident_that_is_no_more_is_cancelled():
    root = written(entry(revision=2, earlier=((1, SENT),), removed=True))

    assert text(root, "msgType") == "Cancel"
    assert text(root, "info/responseType") == "None"


def test_an_incident_that_was_never_told_is_not_cancelled():
    gone = entry(removed=True)

    assert cap.alert(gone, bulletin(gone)) is None


@pytest.mark.parametrize(
    ("tolls", "severity"),
    [
        ((), "Unknown"),
        ((("killed", 12, 14, 20),), "Extreme"),
        ((("killed", 1, 1, 1),), "Severe"),
        ((("killed", 1, None, None),), "Severe"),
        ((("injured", 12, 12, 12),), "Severe"),
        ((("injured", 2, 2, 2),), "Moderate"),
        ((("killed", 0, 0, 0), ("injured", 2, 2, 2)), "Moderate"),
        ((("killed", 0, 0, 0),), "Minor"),
        ((("killed", None, None, None),), "Unknown"),
        ((("displaced", 900, 900, 900),), "Unknown"),
    ],
)
def test_casualties_say_how_severe_it_was(tolls, severity):
    assert text(written(entry(tolls=tolls)), "info/severity") == severity


@pytest.mark.parametrize(
    ("fields", "certainty"),
    [
        ({"factuality": "denied"}, "Possible"),
        ({"factuality": "planned"}, "Possible"),
        ({"factuality": "conditional"}, "Possible"),
        ({"grade": "contested"}, "Possible"),
        ({"grade": "weak"}, "Observed"),
    ],
)
def test_what_is_not_sure_to_have_happened_is_possible(fields, certainty):
    assert text(written(entry(**fields)), "info/certainty") == certainty


def test_an_alert_is_valid_for_a_day_and_not_before_it_is_sent():
    root = written(ENTRY)
    expires = datetime.fromisoformat(text(root, "info/expires"))

    assert expires - datetime.fromisoformat(text(root, "sent")) == timedelta(hours=24)


def test_the_name_of_an_event_is_short():
    assert len(text(written(entry(kind="a-very-long-kind-of-event-" * 3)), "info/event")) <= 35


@pytest.mark.parametrize(
    ("fields", "circle"),
    [
        ({"precision": "admin1"}, "49.8354,36.6880 110"),
        ({"precision": "country"}, "49.8354,36.6880 435"),
        ({"precision": "unheard-of"}, None),
        ({"lat": None, "lon": None}, None),
    ],
)
def test_an_imprecise_place_has_a_wide_circle(fields, circle):
    assert text(written(entry(**fields)), "info/area/circle") == circle


def test_the_feed_holds_its_alerts_whole():
    root = etree.fromstring(CHANNELS["cap"].write(MANY))
    alerts = root.findall(f".//{CAP}alert")

    assert len(alerts) == 5  # all but the one that was withdrawn before it was told
    for one in alerts:
        assert_valid(one)
        assert one.getparent().get("type") == "application/cap+xml"


def test_an_official_alert_is_relayed_in_its_very_bytes():
    official = b'<?xml version="1.0"?>\r\n<alert xmlns="urn:x"  >\t<status>Actual</status></alert>'

    assert cap.relay(official) == official


def test_an_alert_of_ours_is_not_relayed():
    with pytest.raises(SettingError, match="derived from news"):
        cap.relay(cap.alert(ENTRY, bulletin(ENTRY)))
