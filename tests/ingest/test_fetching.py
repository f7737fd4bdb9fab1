"""Every server here is on this machine, so 127.0.0.1 is allowed where one is to be reached."""

import pickle
import socket
import ssl

import pytest

from dateline.ingest import fetching, guarded_network
from dateline.ingest.addresses import networks
from dateline.ingest.fetch_errors import FetchError, RefusedAddressError
from dateline.ingest.fetching import Fetcher
from tests.certificate import context
from tests.ingest.loopback import head, plain, serving

HERE = Fetcher(allowed=networks(["127.0.0.1/32"]), timeout=5, max_bytes=100_000)
STRICT = Fetcher(timeout=5)


def fetched(answer, fetcher=HERE, path="/", **options):
    with serving(answer) as port:
        return fetcher.fetch(f"http://127.0.0.1:{port}{path}", **options)


def test_an_answer_comes_with_what_the_server_says_of_it():
    lines = {"Content_Type": 'text/HTML; charset="UTF-8"', "ETag": '"a"', "Retry_After": "7"}

    answer = fetched(plain(b"<p>hello", Last_Modified="Tue, 29 Oct 2024 03:00:00 GMT", **lines))

    assert answer.body == b"<p>hello"
    assert (answer.status, answer.media_type, answer.charset) == (200, "text/html", "utf-8")
    assert (answer.etag, answer.retry_after) == ('"a"', 7)
    assert answer.modified == "Tue, 29 Oct 2024 03:00:00 GMT"


def test_dateline_says_who_it_is_and_asks_only_for_what_is_new():
    seen = []

    def answer(connection, request):
        seen.append(request.decode())
        connection.sendall(head("304 Not Modified", ETag='"a"'))

    result = fetched(answer, etag='"a"', modified="Tue, 29 Oct 2024 03:00:00 GMT")

    assert result.unchanged
    assert "User-Agent: Dateline/" in seen[0]
    assert 'If-None-Match: "a"' in seen[0]
    assert "If-Modified-Since: Tue, 29 Oct 2024" in seen[0]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0x7f.0.0.1:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://017700000001:{port}/",
        "http://localhost:{port}/",
        "http://LOCALHOST:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[::ffff:7f00:1]:{port}/",
        "http://[::1]:{port}/",
        "http://[::]:{port}/",
        "http://0.0.0.0:{port}/",
        "http://0:{port}/",
        "http://127.0.0.2:{port}/",
        "http://１２７.０.０.１:{port}/",
        "http://127。0。0。1:{port}/",
    ],
)
def test_this_machine_is_never_asked_whatever_it_is_called(address):
    asked = []
    with (
        serving(lambda _, request: asked.append(request)) as port,
        pytest.raises((RefusedAddressError, FetchError)),
    ):
        STRICT.fetch(address.format(port=port))

    assert asked == []


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.2]/",
        "//127.0.0.2/",
        "http://0x7f000002/",
        "http://[fd00::1]/",
        "http://10.0.0.1:8080/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:6379/_FLUSHALL",
        "http://user:secret@example.org/",
        "http://127.0.0.1:25/",
    ],
)
def test_a_redirect_to_where_nobody_should_look_is_refused(location):
    with pytest.raises(RefusedAddressError):
        fetched(plain(b"", status="302 Found", Location=location))


def test_a_redirect_to_a_name_of_this_machine_is_refused(monkeypatch):
    def resolver(host, port, *_, **__):
        address = {"127.0.0.1": "127.0.0.1", "printer.local": "127.0.0.9"}[host]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(guarded_network.socket, "getaddrinfo", resolver)
    with pytest.raises(RefusedAddressError, match=r"printer\.local is an address inside"):
        fetched(plain(b"", status="301 Moved", Location="http://printer.local/"))


def test_a_name_is_resolved_once_and_its_checked_address_is_connected_to(monkeypatch):
    answers = iter(["93.184.216.34", "127.0.0.1"])  # what a hostile name server would say
    connected = []

    def resolver(_, port, **__):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address, *_, **__):
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(guarded_network.socket, "getaddrinfo", resolver)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(FetchError):
        STRICT.fetch("http://rebinding.example/")

    assert connected == ["93.184.216.34"]


def test_of_a_name_with_open_and_closed_addresses_only_the_open_ones_are_asked(monkeypatch):
    connected = []

    def resolver(_, port, **__):
        found = ("127.0.0.1", "93.184.216.34", "::1", "10.0.0.1")
        return [(0, 0, 6, "", (address, port)) for address in found]

    def connect(address, *_, **__):
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(guarded_network.socket, "getaddrinfo", resolver)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(FetchError):
        STRICT.fetch("http://mixed.example/")

    assert connected == ["93.184.216.34"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.org/", "begins with http:// or https://"),
        ("file:///etc/passwd", "begins with http:// or https://"),
        ("/etc/passwd", "begins with http:// or https://"),
        ("javascript:alert(1)", "begins with http:// or https://"),
        ("http://", "names no host"),
        ("http:///path", "names no host"),
        ("http://me@example.org/", "holds a name or password"),
        ("http://example.org:22/", "is not one of the web"),
        ("http://example.org:6379/", "is not one of the web"),
        ("http://example.org:99999/", "is not one of the web"),
        ("http://exa mple.org/" + "a" * 3000, "longer than"),
    ],
)
def test_an_address_that_cannot_be_fetched_says_why(address, reason):
    with pytest.raises(RefusedAddressError, match=reason):
        STRICT.fetch(address)


def test_a_refused_address_need_not_be_tried_again():
    with pytest.raises(RefusedAddressError) as caught:
        STRICT.fetch("http://127.0.0.1/")

    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert again.facts == {"again": False, "host": "127.0.0.1"}


def test_keys_in_a_query_are_not_shown():
    with pytest.raises(FetchError) as caught:
        fetched(plain(b"", status="403 No"), path="/active.json?token=SECRET").good()

    assert "SECRET" not in str(caught.value)
    assert "active.json answers 403" in str(caught.value)


def test_redirects_are_followed_and_the_last_address_is_told():
    def answer(connection, request):
        if request.startswith(b"GET /old"):
            connection.sendall(head("301 Moved", Location="../new?x=1#part"))
        else:
            plain(b"new")(connection, request)

    answer = fetched(answer, path="/old")

    assert answer.body == b"new"
    assert answer.url.endswith("/new?x=1")


def test_redirects_without_end_are_given_up():
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        fetched(plain(b"", status="302 Found", Location="/"))


def test_a_key_is_not_sent_to_another_host():
    seen = []

    def second(connection, request):
        seen.append(request)
        plain(b"here")(connection, request)

    with serving(second) as other:
        elsewhere = plain(b"", status="302 Found", Location=f"http://127.0.0.1:{other}/")
        fetched(elsewhere, headers={"Authorization": "key"})

    assert b"key" not in seen[0]


@pytest.mark.parametrize(
    "headers",
    [
        {"X-A": "b\r\nHost: other"},
        {"X-A\r\nB": "c"},
        {"Host": "other"},
        {"Content-Length": "3"},
        {"X-A": "snow ☃"},
    ],
)
def test_a_header_that_would_break_the_request_is_refused(headers):
    with pytest.raises(RefusedAddressError, match="cannot be sent"):
        fetched(plain(b"x"), headers=headers)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (plain(b"x" * 60, Content_Encoding="br"), "packed as 'br'"),
        (plain(b"no gzip", Content_Encoding="gzip"), "cannot be unpacked"),
        (plain(b"short", Content_Length="900"), "cannot be read"),
        pytest.param(lambda c, _: c.sendall(b"SSH-2.0-x\r\n"), "cannot be read", id="not HTTP"),
        pytest.param(lambda c, _: c.close(), "cannot be read", id="hung up"),
    ],
)
def test_a_broken_answer_says_so(answer, reason):
    with pytest.raises(FetchError, match=reason):
        fetched(answer)


def test_the_environment_names_no_proxy(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")

    assert fetched(plain(b"direct")).body == b"direct"


def test_a_server_that_does_not_speak_tls_is_refused():
    def answer(connection, _):
        connection.sendall(b"plain text where TLS is spoken")

    with serving(answer, greet=True) as port, pytest.raises(FetchError, match="cannot be read"):
        HERE.fetch(f"https://127.0.0.1:{port}/")


def test_a_server_that_nobody_vouches_for_is_refused(tmp_path):
    secured, _ = context(tmp_path)

    def answer(connection, _):
        with secured.wrap_socket(connection, server_side=True) as hidden:
            plain(b"hidden")(hidden, b"")

    with serving(answer, greet=True) as port, pytest.raises(FetchError, match="certificate verify"):
        HERE.fetch(f"https://127.0.0.1:{port}/")


def test_a_server_that_is_vouched_for_is_read(tmp_path, monkeypatch):
    secured, own = context(tmp_path)
    monkeypatch.setattr(fetching, "trust", lambda: ssl.create_default_context(cafile=own))

    def answer(connection, _):
        with secured.wrap_socket(connection, server_side=True) as hidden:
            plain(b"hidden")(hidden, hidden.recv(4096))

    with serving(answer, greet=True) as port:
        assert HERE.fetch(f"https://127.0.0.1:{port}/").body == b"hidden"


def test_a_body_is_posted_and_a_redirect_is_not_followed():
    seen = []

    def answer(connection, request):
        seen.append(request)
        connection.sendall(head("307 Elsewhere", Location="http://169.254.169.254/"))

    with serving(answer) as port:
        result = HERE.post(f"http://127.0.0.1:{port}/in", b"{}", headers={"X-Id": "1"})

    assert result.status == 307
    assert seen[0].startswith(b"POST /in ")
    assert seen[0].endswith(b"\r\n\r\n{}")


def test_nothing_is_posted_inside_a_network():
    with serving(plain(b"")) as port, pytest.raises(RefusedAddressError):
        STRICT.post(f"http://127.0.0.1:{port}/", b"{}")
