"""Build what is published, say what is in it, sum it up and sign it: ``python -m tools.release``.

The same commit gives the same bytes: the clock is that of the commit. A key is an SSH key; where
none is named, one is made for releases, once.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIGNERS = "SIGNERS"
SUMS = "SHA256SUMS"
PURPOSE = "dateline-release"
WHO = "release@dateline"
_OWN_KEY = Path.home() / ".config" / "dateline" / "release-key"


def main() -> int:
    """Make a release in ``dist``; return 0 where all of it can be verified."""
    parser = argparse.ArgumentParser(prog="python -m tools.release")
    parser.add_argument("--key", type=Path, default=_OWN_KEY, help="the private SSH key to sign by")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist")
    options = parser.parse_args()
    options.dist = options.dist.resolve()
    key = made_key(options.key)
    shutil.rmtree(options.dist, ignore_errors=True)
    options.dist.mkdir(parents=True)
    with committed() as source:
        build(source, options.dist, commit_time())
        list_parts(source, options.dist)
    sum_up(options.dist)
    sign(options.dist, key)
    verify(options.dist)
    print(f"{options.dist} holds:")
    for path in sorted(options.dist.iterdir()):
        print(f"  {path.stat().st_size:>12,}  {path.name}")
    _warn(key)
    return 0


def commit_time() -> int:
    """Give the second of the last commit, or what SOURCE_DATE_EPOCH says."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    return int(told or _ran("git", "log", "-1", "--format=%ct", cwd=ROOT))


@contextmanager
def committed() -> Iterator[Path]:
    """Give a folder with what is committed, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "source.tar"
        _ran("git", "archive", "--output", str(archive), "HEAD", cwd=ROOT)
        with tarfile.open(archive) as packed:
            packed.extractall(Path(folder) / "source", filter="data")
        yield Path(folder) / "source"


def build(source: Path, dist: Path, epoch: int) -> None:
    """Build the sdist and the wheel."""
    words = (sys.executable, "-m", "hatchling", "build", "-d", str(dist))
    _ran(*words, cwd=source, SOURCE_DATE_EPOCH=str(epoch))


def list_parts(source: Path, dist: Path) -> None:
    """Write which libraries are locked, with versions and digests, as CycloneDX."""
    out = dist / f"{next(dist.glob('*.whl')).name.partition('-py3')[0]}.cdx.json"
    _ran(
        *(sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements"),
        *("requirements/run.lock", "--pyproject", "pyproject.toml", "--mc-type", "application"),
        *("--output-reproducible", "--of", "JSON", "-o", str(out)),
        cwd=source,
    )


def sum_up(dist: Path) -> None:
    """Write the digest of every file."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(dist.iterdir())
    ]
    (dist / SUMS).write_text("".join(lines), encoding="utf-8")


def made_key(key: Path) -> Path:
    """Give a key to sign by; the project's own is made where there is none."""
    if key.exists():
        return key
    if key != _OWN_KEY:
        sys.exit(f"There is no key {key}; name a private SSH key by KEY=")
    key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _ran("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", WHO, "-f", str(key))
    print(f"A key for releases was made: {key}. Keep a copy; give it a passphrase by")
    print(f"  ssh-keygen -p -f {key}")
    return key


def sign(dist: Path, key: Path) -> None:
    """Sign the digests, and write beside them whose signature it is."""
    _ran("ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", PURPOSE, str(dist / SUMS))
    (dist / SIGNERS).write_text(signer(key) + "\n", encoding="utf-8")


def signer(key: Path) -> str:
    """Give the line that says who may sign releases by this key."""
    kind, public = _ran("ssh-keygen", "-y", "-f", str(key)).split()[:2]
    return f'{WHO} namespaces="{PURPOSE}" {kind} {public}'


def verify(dist: Path) -> None:
    """Do as a user does, by the one command that is documented."""
    _ran("sh", "-c", command(), cwd=dist)


def command() -> str:
    """Give the command by which a user verifies a release, in the folder of its files."""
    return (
        f"ssh-keygen -Y verify -f {SIGNERS} -I {WHO} -n {PURPOSE} -s {SUMS}.sig < {SUMS}"
        f" && sha256sum -c {SUMS}"
    )


def _warn(key: Path) -> None:
    """Say what keeps others from trusting it."""
    if _ran("git", "status", "--porcelain", cwd=ROOT):
        print("What is not committed is not in it.")
    known = ROOT / SIGNERS
    if not known.exists() or signer(key) not in known.read_text(encoding="utf-8"):
        print(f"Add this line to {SIGNERS} and commit it, so that others know the key:")
        print(f"  {signer(key)}")


def _ran(*words: str, cwd: Path | None = None, **more: str) -> str:
    ran = subprocess.run(  # noqa: S603  ourselves, git and ssh-keygen
        words, cwd=cwd, env={**os.environ, **more}, text=True, stdout=subprocess.PIPE, check=True
    )
    return ran.stdout


if __name__ == "__main__":
    sys.exit(main())
