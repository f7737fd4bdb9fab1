"""Words such as "oblast" and "district", which tell a unit's level and are no part of its name."""

from functools import cache
from pathlib import Path

from dateline.knowledge.files import read_table

_TABLE = Path(__file__).parent / "admin_words.tsv"
_LONGEST = 3  # words in "local government area"
_LINKS = ("of", "de", "del", "du", "d", "da", "do", "des", "la")


@cache
def admin_levels() -> dict[str, str]:
    """Map each folded word to the level it tells: admin1 or admin2."""
    return {row[0]: row[1] for row in read_table(_TABLE)}


def split_admin(folded: str) -> tuple[str, str | None]:
    """Take the words of level off a folded name: "donetsk oblast" -> ("donetsk", "admin1")."""
    words = folded.split()
    levels = admin_levels()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        level = levels.get(" ".join(words[-size:]))
        if level:
            return " ".join(words[:-size]), level
    return _split_front(words)


def _split_front(words: list[str]) -> tuple[str, str | None]:
    level = admin_levels().get(words[0]) if len(words) > 1 else None
    rest = words[1:]
    while level and len(rest) > 1 and rest[0] in _LINKS:
        rest = rest[1:]
    return (" ".join(rest), level) if level else (" ".join(words), None)
