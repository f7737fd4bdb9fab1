import email
import socket
from email import policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from dateline.errors import SettingError
from dateline.publish.channels.email import Server, compose, send
from dateline.publish.delivery_errors import UndeliveredError
from tests.certificate import context
from tests.ingest.loopback import serving
from tests.publish.channels.made import ENTRY, HOSTILE, MANY, bulletin, entry

SENDER = "dateline@desk.example"


class Box:
    """Keeps what arrives; refuses whom it is told to refuse."""

    def __init__(self, refusal=None):
        """Answer each receiver with ``refusal``."""
        self.arrived = []
        self.refusal = refusal

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        """Take a receiver."""
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        """Take a message."""
        self.arrived.append(envelope)
        return "250 OK"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def posted(message, box, **options):
    fields = {k: options.pop(k) for k in list(options) if k in {"tls", "user", "password"}}
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        send(message, Server(host="127.0.0.1", port=port, sender=SENDER, timeout=5, **fields))
    finally:
        controller.stop()


def written(*entries, to=("ana@news.example",), **fields):
    message = compose(bulletin(*entries, **fields), to, SENDER)
    return email.message_from_bytes(message.as_bytes(), policy=policy.default)


def test_a_message_arrives_whole():
    box = Box()

    posted(compose(bulletin(ENTRY), ["ana@news.example", "bo@news.example"], SENDER), box)

    [envelope] = box.arrived
    assert envelope.mail_from == SENDER
    assert envelope.rcpt_tos == ["ana@news.example", "bo@news.example"]
    message = email.message_from_bytes(envelope.content, policy=policy.default)
    assert message["Subject"] == "Strikes near Kharkiv: Shelling in Chuhuiv"
    assert message["Auto-Submitted"] == "auto-generated"
    text = message.get_body(("plain",)).get_content()
    assert "Killed: 2 to 3." in text
    assert "https://desk.example/incidents/i-3f2a" in text
    assert "not an official warning" in text
    assert (
        'href="https://desk.example/incidents/i-3f2a"' in message.get_body(("html",)).get_content()
    )


def test_the_same_news_bear_the_same_name():
    assert written(ENTRY)["Message-ID"] == written(ENTRY)["Message-ID"]
    assert written(ENTRY)["Message-ID"] != written(entry(revision=2))["Message-ID"]


def test_several_incidents_are_counted():
    message = written(*[entry(id=f"i{n}") for n in range(150)])

    assert message["Subject"] == "Strikes near Kharkiv: 150 incidents"
    assert "And 50 incidents more." in message.get_body(("plain",)).get_content()


@pytest.mark.parametrize(
    "title",
    ["x\r\nBcc: spy@evil.example", "x\nBcc: spy@evil.example\n\nbody", "x\x0b\x0c\x1c\x85\u2028y"],
)
def test_no_name_can_begin_a_header(title):
    message = written(entry(title=title), title=title)

    assert "spy@evil.example" not in (message["To"], message["Cc"], message["Bcc"])
    assert message["Bcc"] is None
    assert len(message["Subject"].splitlines()) == 1


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ana",
        "ana@",
        "@news.example",
        "ana@news.example\r\nBcc: spy@evil.example",
        "ana@news.example, spy@evil.example",
        "Ana <ana@news.example>",
        "a@b@c",
        "ána@news.example",
        "a" * 250 + "@news.example",
    ],
)
def test_an_address_that_is_more_than_one_is_refused(address):
    with pytest.raises(SettingError, match="is no e-mail address"):
        compose(bulletin(ENTRY), [address], SENDER)


def test_hostile_words_stay_words_in_html():
    page = written(entry(title=HOSTILE, place=HOSTILE), title=HOSTILE).get_body(("html",))

    assert "<script" not in page.get_content()
    assert "&lt;script&gt;" in page.get_content()


def test_incidents_of_every_sort_are_told():
    assert compose(MANY, ["ana@news.example"], SENDER).as_bytes()


@pytest.mark.parametrize(
    ("refusal", "again"),
    [("550 No such box", False), ("450 Try later", True), ("552 Full", False)],
)
def test_a_refusal_says_whether_to_try_again(refusal, again):
    with pytest.raises(UndeliveredError) as caught:
        posted(compose(bulletin(ENTRY), ["ana@news.example"], SENDER), Box(refusal))

    assert caught.value.facts["again"] == again


def test_a_password_is_never_sent_in_the_open():
    seen = []

    def authenticator(*details):
        seen.append(details)
        return AuthResult(success=True)

    with pytest.raises(UndeliveredError, match="not sent in the open") as caught:
        posted(
            compose(bulletin(ENTRY), ["ana@news.example"], SENDER),
            Box(),
            user="desk",
            password="secret",  # noqa: S106
            authenticator=authenticator,
            auth_require_tls=False,
        )
    assert seen == []
    assert not caught.value.facts["again"]


def test_a_password_is_sent_once_the_line_is_encrypted(tmp_path, monkeypatch):
    secured, own = context(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(own))
    box = Box()

    posted(
        compose(bulletin(ENTRY), ["ana@news.example"], SENDER),
        box,
        tls_context=secured,
        authenticator=lambda *_: AuthResult(success=True),
        user="desk",
        password="secret",  # noqa: S106
    )

    assert len(box.arrived) == 1


def test_a_server_that_nobody_vouches_for_gets_nothing(tmp_path):
    secured, _ = context(tmp_path)
    box = Box()

    with pytest.raises(UndeliveredError, match="certificate verify failed"):
        posted(compose(bulletin(ENTRY), ["ana@news.example"], SENDER), box, tls_context=secured)
    assert box.arrived == []


def test_a_server_without_encryption_is_refused_where_it_is_demanded():
    with pytest.raises(UndeliveredError, match="offers no STARTTLS"):
        posted(compose(bulletin(ENTRY), ["ana@news.example"], SENDER), Box(), tls="starttls")


def test_a_server_that_is_not_there_is_tried_again():
    with pytest.raises(UndeliveredError) as caught:
        send(
            compose(bulletin(ENTRY), ["ana@news.example"], SENDER),
            Server(host="127.0.0.1", port=free_port(), sender=SENDER, timeout=2),
        )

    assert caught.value.facts["again"]


def test_a_server_that_says_nothing_is_left():
    def silent(connection, _):
        connection.recv(1)

    message = compose(bulletin(ENTRY), ["ana@news.example"], SENDER)
    with serving(silent, greet=True) as port, pytest.raises(UndeliveredError) as caught:
        send(message, Server(host="127.0.0.1", port=port, sender=SENDER, timeout=0.3))

    assert caught.value.facts["again"]


def test_a_password_is_not_shown():
    assert "hunter2" not in repr(Server(host="h", sender=SENDER, password="hunter2"))  # noqa: S106
