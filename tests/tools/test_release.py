"""A release can be made again byte for byte, and whoever takes it can see that nothing changed."""

import json
import subprocess
import sys
import zipfile

import pytest

from tools import release

EPOCH = 1_700_000_000


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    """Make a key to sign by."""
    path = tmp_path_factory.mktemp("key") / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)  # noqa: S607
    return path


@pytest.fixture(scope="module")
def made(key, tmp_path_factory):
    """Make a release."""
    dist = tmp_path_factory.mktemp("release") / "dist"
    words = [sys.executable, "-m", "tools.release", "--key", str(key), "--dist", str(dist)]
    subprocess.run(words, cwd=release.ROOT, check=True, capture_output=True)
    return dist


@pytest.fixture
def signed(key, tmp_path):
    """Sign two small files."""
    (tmp_path / "a.whl").write_bytes(b"a")
    (tmp_path / "b.tar.gz").write_bytes(b"b")
    release.sum_up(tmp_path)
    release.sign(tmp_path, key)
    return tmp_path


def test_a_release_holds_all_that_is_needed(made):
    endings = sorted(path.name.partition("dateline-")[2] or path.name for path in made.iterdir())

    assert [e.partition("-py3")[0] for e in endings if e[0].isdigit()] == [
        "0.1.0",
        "0.1.0.cdx.json",
        "0.1.0.tar.gz",
    ]
    assert {"SHA256SUMS", "SHA256SUMS.sig", "SIGNERS"} <= set(endings)


def test_the_same_commit_gives_the_same_bytes(made, tmp_path):
    with release.committed() as source:
        release.build(source, tmp_path, release.commit_time())

    for path in tmp_path.iterdir():
        assert path.read_bytes() == (made / path.name).read_bytes(), path.name


def test_the_wheel_has_the_time_of_the_commit_and_no_other(made):
    with zipfile.ZipFile(next(made.glob("*.whl"))) as wheel:
        times = {entry.date_time for entry in wheel.infolist()}

    assert len(times) == 1


def test_the_list_of_parts_names_every_locked_library_with_its_digests(made):
    listed = json.loads(next(made.glob("*.cdx.json")).read_text())
    locked = (release.ROOT / "requirements/run.lock").read_text()
    names = {line.partition("==")[0] for line in locked.splitlines() if "==" in line}

    assert listed["bomFormat"] == "CycloneDX"
    assert len({part["name"].lower() for part in listed["components"]}) >= len(names) - 5
    assert all(part["externalReferences"][0]["hashes"] for part in listed["components"])


def test_a_release_verifies_by_the_documented_command(signed):
    release.verify(signed)

    assert release.command() in (release.ROOT / "docs/security.md").read_text()


@pytest.mark.parametrize("name", ["a.whl", "SHA256SUMS", "SHA256SUMS.sig"])
def test_a_file_that_was_changed_does_not_verify(signed, name):
    raw = (signed / name).read_bytes()
    (signed / name).write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]) if name == "a.whl" else raw[:40])

    with pytest.raises(subprocess.CalledProcessError):
        release.verify(signed)


def test_another_key_does_not_verify(signed, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", other], check=True)  # noqa: S607
    (signed / "SIGNERS").write_text(release.signer(other) + "\n")

    with pytest.raises(subprocess.CalledProcessError):
        release.verify(signed)


def test_a_key_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(SystemExit, match="There is no key"):
        release.made_key(tmp_path / "none")


def test_the_clock_can_be_told(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))

    assert release.commit_time() == EPOCH
