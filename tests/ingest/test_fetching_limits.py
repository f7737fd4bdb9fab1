"""However much a server sends, however slowly, no more than the limits is taken."""

import gzip
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import guarded_network
from dateline.ingest.addresses import networks
from dateline.ingest.fetch_errors import FetchError
from dateline.ingest.fetching import Fetcher
from tests.ingest.loopback import head, plain, serving

HERE = Fetcher(allowed=networks(["127.0.0.1/32"]), timeout=5, max_bytes=100_000)


def fetched(answer, fetcher=HERE):
    with serving(answer) as port:
        return fetcher.fetch(f"http://127.0.0.1:{port}/")


def drip(connection, _):
    connection.sendall(head(Content_Length="1000"))
    for _ in range(100):
        connection.sendall(b".")
        time.sleep(0.05)


def drip_head(connection, _):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        connection.sendall(f"X-{number}: a\r\n".encode())
        time.sleep(0.05)


def say_nothing(connection, _):
    connection.recv(1)
    time.sleep(3)


@pytest.mark.parametrize("answer", [drip, drip_head, say_nothing])
def test_a_slow_server_is_left_when_time_is_up(answer):
    hasty = Fetcher(allowed=HERE.allowed, timeout=0.5)
    began = time.monotonic()

    with pytest.raises(FetchError, match=r"did not answer whole within 0\.5 seconds") as caught:
        fetched(answer, hasty)

    assert time.monotonic() - began < 2
    assert caught.value.facts["again"]


def test_a_slow_name_server_is_left_when_time_is_up(monkeypatch):
    monkeypatch.setattr(guarded_network.socket, "getaddrinfo", lambda *_, **__: time.sleep(1) or [])

    with pytest.raises(FetchError, match="did not answer whole"):
        Fetcher(timeout=0.2).fetch("http://slow.example/")


def endless(connection, _):
    connection.sendall(head(Content_Type="text/plain"))
    while True:
        connection.sendall(b"x" * 65536)


def endless_chunks(connection, _):
    connection.sendall(head(Transfer_Encoding="chunked"))
    while True:
        connection.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")


def endless_head(connection, _):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X: " + b"a" * 60_000 + b"\r\n")


BOMB = gzip.compress(b"\0" * 50_000_000)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(endless, id="without end"),
        pytest.param(endless_chunks, id="chunks without end"),
        pytest.param(endless_head, id="headers without end"),
        pytest.param(plain(b"", Content_Length="99999999999999999999999"), id="said to be huge"),
        pytest.param(plain(BOMB, Content_Encoding="gzip"), id="gzip bomb"),
        pytest.param(
            plain(zlib.compress(b"\0" * 9_000_000), Content_Encoding="deflate"), id="zlib"
        ),
        pytest.param(plain(gzip.compress(b"") * 9000, Content_Encoding="gzip"), id="many members"),
    ],
)
def test_a_body_that_is_too_large_is_refused(answer):
    with pytest.raises(FetchError):
        fetched(answer)


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(b"hello"), "gzip"),
        (gzip.compress(b"hel") + gzip.compress(b"lo"), "GZIP"),
        (zlib.compress(b"hello"), "deflate"),
        (raw_deflate(b"hello"), "deflate"),
        (b"hello", "identity"),
    ],
    ids=["gzip", "two members", "zlib", "raw deflate", "plain"],  # gzip writes the time
)
def test_packed_bodies_are_unpacked(packed, encoding):
    assert fetched(plain(packed, Content_Encoding=encoding)).body == b"hello"


@settings(max_examples=30, deadline=None)
@given(
    body=st.binary(max_size=3000) | st.integers(0, 300_000).map(bytes),
    limit=st.integers(1, 5000),
    packing=st.sampled_from(["", "gzip", "deflate"]),
)
def test_no_body_is_larger_than_the_limit(body, limit, packing):
    packed = {"gzip": gzip.compress, "deflate": zlib.compress}.get(packing, bytes)(body)
    fetcher = Fetcher(allowed=HERE.allowed, max_bytes=limit)
    try:
        answer = fetched(plain(packed, Content_Encoding=packing), fetcher)
    except FetchError:
        assert max(len(body), len(packed)) > limit
    else:
        assert answer.body == body
        assert len(body) <= limit
