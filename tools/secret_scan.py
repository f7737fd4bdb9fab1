"""Look for secrets in the files of the repository: ``python -m tools.secret_scan``.

What is found and is none stands in ``known_secrets.toml`` with the reason.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

KNOWN = Path(__file__).with_name("known_secrets.toml")
# Data, locks full of digests, and pictures; what is built from web/src is looked at there.
_ENDINGS = (".jsonl", ".tsv", ".sqlite", ".lock", "-lock.json", ".png", ".npz", ".svg", ".xz")
_LEFT_OUT = ("src/dateline/server/static/", "web/src/i18n/", "tools/known_secrets.toml")
_DIGEST = re.compile(r"[0-9a-f]{64}")  # of a file that is named beside it
_FILTERS = (
    "is_indirect_reference", "is_likely_id_string", "is_not_alphanumeric_string",
    "is_potential_uuid", "is_prefixed_with_dollar_sign", "is_sequential_string",
    "is_templated_secret",
)  # fmt: skip


def main() -> int:
    """Print what looks like a secret; return how many there are."""
    known = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    found = list(unknown(tracked(), known))
    for line in found:
        print(line)
    return len(found)


def tracked() -> list[str]:
    """List the files that git keeps, and those that it soon may."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603  the git of whoever checks
    return [name for name in listed.stdout.splitlines() if _may_hold_one(name)]


def unknown(names: Iterable[str], known: dict[str, str]) -> Iterator[str]:
    """Yield the place of each secret that is not known to be none; the secret is not shown."""
    from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
    from detect_secrets.core.scan import scan_file
    from detect_secrets.settings import transient_settings

    plugins: Iterable[Any] = get_mapping_from_secret_type_to_class().values()
    settings = {
        "plugins_used": [{"name": plugin.__name__} for plugin in plugins],
        # None of those that ask a server whether a secret opens it.
        "filters_used": [{"path": f"detect_secrets.filters.heuristic.{n}"} for n in _FILTERS],
    }
    with transient_settings(settings):
        for name in names:
            for secret in scan_file(name):
                value = secret.secret_value or ""
                if value not in known and not _DIGEST.fullmatch(value):
                    yield f"{name}:{secret.line_number}: looks like a secret ({secret.type})"


def _may_hold_one(name: str) -> bool:
    return not name.endswith(_ENDINGS) and not name.startswith(_LEFT_OUT) and Path(name).is_file()


if __name__ == "__main__":
    sys.exit(main())
