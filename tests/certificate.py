"""A certificate for this machine that nobody vouches for, made by each test that wants one."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest


def context(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """Give what a server needs to speak TLS, and the file that a client has to trust."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    key, own = folder / "key.pem", folder / "own.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    files = ["-keyout", str(key), "-out", str(own), "-days", "2"]
    subprocess.run([openssl, *made, *files, *subject], check=True, capture_output=True)
    found = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    found.load_cert_chain(own, key)
    return found, own
