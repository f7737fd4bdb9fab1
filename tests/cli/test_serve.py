"""``dateline serve`` as a user starts it: several processes answer at one address."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.server.live import until

DATELINE = str(Path(sys.executable).with_name("dateline"))


@pytest.fixture
def port():
    """Find a port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.mark.skipif(sys.platform == "win32", reason="a console's signals are other ones there")
@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_written_is_shown_at_once_whoever_answers(tmp_path, port, workers):
    command = [DATELINE, "serve", "--record", str(tmp_path / "record.db"), "--port", str(port)]
    with subprocess.Popen(
        [*command, "--workers", str(workers)], stdout=subprocess.PIPE, text=True
    ) as server:
        said = server.stdout.readline() + server.stdout.readline()
        token = re.search(r"#token=(\S+)", said)[1]
        base = f"http://127.0.0.1:{port}/api/v1"
        until(lambda: answered(base))
        with httpx.Client(base_url=base) as admin:
            session = admin.post("/session/link", json={"token": token}).raise_for_status().json()
            admin.headers["X-CSRF-Token"] = session["csrf"]
            for n in range(5):
                added = {"name": f"reader {n}", "role": "reader"}
                admin.post("/people", json=added).raise_for_status()
                # Each on a connection of its own, which any of the processes may take.
                seen = httpx.get(f"{base}/people", cookies=admin.cookies).json()
                assert f"reader {n}" in str(seen)
        server.send_signal(signal.SIGTERM)

        assert server.wait(timeout=30) in (0, -signal.SIGTERM)


def answered(base):
    """Tell whether anybody answers yet."""
    try:
        return httpx.get(f"{base}/session").status_code
    except httpx.TransportError:
        return None
