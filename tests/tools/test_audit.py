"""What is weak or secret is found, and what could not be asked is said."""

import subprocess

import pytest

from tools import audit, secret_scan

TOKEN = "ghp_" + "Ab3d" * 9  # made up


@pytest.fixture
def answers(monkeypatch):
    """Let a service of advisories answer as told, and no other audit find anything."""
    told = {}
    monkeypatch.setattr(audit, "_asked", lambda lock, _, *__: told.get(lock.name, []))
    monkeypatch.setattr(audit, "secrets", lambda: True)
    monkeypatch.setattr(audit, "weak_code", lambda: True)
    return told


def part(name, *faults, **more):
    told = [{"id": fault, "aliases": [], "fix_versions": ["9"]} for fault in faults]
    return {"name": name, "version": "1", "vulns": told, **more}


def test_a_secret_is_found_and_not_shown(tmp_path):
    (tmp_path / "a.py").write_text(f'API_KEY = "{TOKEN}"\n')
    [line, *_] = secret_scan.unknown([str(tmp_path / "a.py")], {})

    assert line.startswith(f"{tmp_path}/a.py:1: looks like a secret")
    assert TOKEN not in line


def test_what_is_known_to_be_none_is_passed_over(tmp_path):
    path = tmp_path / "a.py"
    path.write_text("pass" + 'word = "marmalade9"\n')

    assert len(list(secret_scan.unknown([str(path)], {}))) == 1
    assert list(secret_scan.unknown([str(path)], {"marmalade9": "made up"})) == []


def test_the_tools_and_tests_are_scanned():
    assert {"tools/audit.py", "tests/tools/test_audit.py"} <= set(secret_scan.tracked())


def test_a_known_fault_fails_the_audit(answers, capsys):
    answers |= {"canary.txt": [part("jinja2", "X-0")], "run.lock": [part("lxml", "X-1")],
                "dev.lock": [part("pytest")]}  # fmt: skip

    assert audit.main([]) == 1
    assert "requirements/run.lock: lxml 1: X-1, mended in 9" in capsys.readouterr().out


def test_a_fault_that_is_accepted_with_a_reason_does_not(answers, tmp_path, monkeypatch):
    answers |= {"canary.txt": [part("jinja2", "X-0")], "run.lock": [part("lxml", "X-1")],
                "dev.lock": [part("pytest")]}  # fmt: skip
    monkeypatch.setattr(audit, "ACCEPTED", tmp_path / "accepted.toml")
    audit.ACCEPTED.write_text('X-1 = "not called; 2027-01-31"\n')

    assert audit.main([]) == 0


@pytest.mark.parametrize(
    "canary",
    [
        pytest.param([], id="nobody answers"),
        pytest.param([part("jinja2")], id="who answers knows nothing"),
        pytest.param([{"name": "jinja2", "skip_reason": "not found"}], id="it is not found"),
    ],
)
def test_without_advisories_it_is_said_and_fails_only_if_it_must(answers, canary, capsys):
    answers |= {"canary.txt": canary, "run.lock": [part("lxml")]}

    assert audit.main([]) == 0
    assert "COULD NOT ASK" in capsys.readouterr().out
    assert audit.main(["--must-ask"]) == 1


def test_a_service_that_falls_silent_is_a_failure(answers):
    answers |= {"canary.txt": [part("jinja2", "X-0")], "dev.lock": [part("pytest")]}

    assert audit.main([]) == 1


def test_pip_audit_is_asked_in_words_that_it_knows():
    words = subprocess.run(
        [audit.sys.executable, "-m", "pip_audit", "--help"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    for option in ("--disable-pip", "--no-deps", "--progress-spinner", "--timeout"):
        assert option in words


def test_weak_code_is_found(tmp_path):
    (tmp_path / "a.py").write_text("import pickle\npickle.loads(b'x')\n")

    assert not audit._ran(["-m", "bandit", "-q", "-c", "pyproject.toml", str(tmp_path / "a.py")])  # noqa: SLF001
