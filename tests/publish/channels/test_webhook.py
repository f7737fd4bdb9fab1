import base64
import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SettingError
from dateline.ingest.addresses import networks
from dateline.ingest.fetching import Fetcher
from dateline.publish.channels import webhook
from tests.ingest.loopback import head, serving
from tests.publish.channels.made import ENTRY, MANY, SENT, bulletin, entry

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105  the example of the specification
BODIES = st.binary(max_size=200)
NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1, max_size=40)


def test_the_signature_is_that_of_the_specification():
    at = SENT.replace(year=2021, month=2, day=25, hour=21, minute=16, second=48)
    at += timedelta(seconds=1614265330 - int(at.timestamp()))
    body = b'{"test": 2432232314}'

    signature = webhook.sign(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body)

    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(BODIES, NAMES)
def test_what_is_signed_is_verified(body, name):
    secret = webhook.new_secret()
    given = webhook.headers(secret, name, SENT, body)

    assert webhook.verify(secret, given, body, SENT + timedelta(minutes=4))


@given(BODIES, BODIES, NAMES)
def test_another_body_is_not(body, other, name):
    given = webhook.headers(SECRET, name, SENT, body)

    assert webhook.verify(SECRET, given, other, SENT) == (body == other)


@given(BODIES)
def test_another_secret_is_not(body):
    given = webhook.headers(SECRET, "m1", SENT, body)

    assert not webhook.verify(webhook.new_secret(), given, body, SENT)


@pytest.mark.parametrize(
    "change",
    [
        {"webhook-id": "m2"},
        {"webhook-timestamp": "1730170801"},
        {"webhook-timestamp": ""},
        {"webhook-timestamp": "-1"},
        {"webhook-timestamp": "١٧٣٠"},
        {"webhook-timestamp": "9" * 400},
        {"webhook-signature": ""},
        {"webhook-signature": "v1,"},
        {"webhook-signature": "v2,x v1,AAAA"},
        {"webhook-signature": "v1,é☃"},
    ],
    ids=str,
)
def test_headers_that_were_changed_are_not_verified(change):
    given = webhook.headers(SECRET, "m1", SENT, b"{}") | change

    assert not webhook.verify(SECRET, given, b"{}", SENT)


@pytest.mark.parametrize("minutes", [-6, 6])
def test_an_old_message_is_not_verified(minutes):
    given = webhook.headers(SECRET, "m1", SENT, b"{}")

    assert not webhook.verify(SECRET, given, b"{}", SENT + timedelta(minutes=minutes))


def test_one_signature_of_several_is_enough_and_names_may_be_in_capitals():
    given = webhook.headers(SECRET, "m1", SENT, b"{}")
    given["webhook-signature"] = "v1,AAAA " + given["webhook-signature"]

    assert webhook.verify(SECRET, {k.title(): v for k, v in given.items()}, b"{}", SENT)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!!", "é"])
def test_a_secret_that_is_none_is_refused(secret):
    with pytest.raises(SettingError, match="The secret of a webhook"):
        webhook.sign(secret, "m1", SENT, b"")


@pytest.mark.parametrize("name", ["a.b", "a\nb", "é"])
def test_a_name_that_could_be_read_otherwise_is_refused(name):
    with pytest.raises(SettingError):
        webhook.sign(SECRET, name, SENT, b"")


def test_secrets_are_long_and_never_the_same():
    secrets = {webhook.new_secret() for _ in range(50)}

    assert len(secrets) == 50
    assert all(len(base64.b64decode(s.removeprefix("whsec_"))) == 32 for s in secrets)


def test_the_body_tells_the_incidents_in_codes_and_figures():
    form = json.loads(
        webhook.write(bulletin(ENTRY, entry(id="i5", removed=True, successors=("i1",))))
    )

    assert form["type"] == "incidents"
    assert form["timestamp"] == "2024-10-30T04:30:00Z"
    first, second = form["data"]["incidents"]
    assert (first["id"], first["kind"], first["radius_km"]) == ("i-3f2a", "shelling", 5)
    assert first["link"] == "https://desk.example/incidents/i-3f2a"
    assert first["tolls"][0] == {"measure": "killed", "low": 2, "best": 3, "high": 3}
    assert (second["removed"], second["successors"]) == (True, ["i1"])
    assert not {"parties", "words", "events"} & set(first)


def test_words_that_are_no_unicode_do_not_stop_it():
    assert len(json.loads(webhook.write(MANY))["data"]["incidents"]) == 6


def test_a_receiver_can_verify_what_arrives():
    arrived = []

    def receiver(connection, request):
        arrived.append(request)
        connection.sendall(head("204 Taken"))

    body = webhook.write(bulletin(ENTRY))
    with serving(receiver) as port:
        answer = Fetcher(allowed=networks(["127.0.0.1"])).post(
            f"http://127.0.0.1:{port}/hook",
            body,
            headers=webhook.headers(SECRET, "m1", SENT, body),
        )

    above, _, received = arrived[0].partition(b"\r\n\r\n")
    lines = dict(line.decode().split(": ", 1) for line in above.split(b"\r\n")[1:])
    assert answer.status == 204
    assert received == body
    assert webhook.verify(SECRET, lines, received, SENT)
