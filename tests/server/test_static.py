"""The web app in the package is the one that its sources build."""

from hashlib import sha256
from pathlib import Path

WEB = Path(__file__).parents[2] / "web"
BUILT = Path(__file__).parents[2] / "src" / "dateline" / "server" / "static" / "sources.sha256"
PARTS = ("src", "public", "index.html", "package-lock.json", "vite.config.ts", "mapOnce.ts")


def test_the_built_app_is_that_of_its_sources():
    files = [path for part in PARTS for path in (WEB / part).rglob("*") if path.is_file()]
    files += [WEB / part for part in PARTS if (WEB / part).is_file()]
    names = sorted(path.relative_to(WEB).as_posix() for path in files)
    lines = (f"{sha256((WEB / name).read_bytes()).hexdigest()}  {name}\n" for name in names)

    found = sha256("".join(lines).encode()).hexdigest()

    assert BUILT.read_text().strip() == found, "make web builds the app anew"
