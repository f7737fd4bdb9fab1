"""Fold names letter by letter, so that every letter stays at its offset."""

from functools import cache

from dateline.knowledge.gazetteer.folding import fold


def fold_name(text: str) -> str:
    """Fold case, accents, quotes and hyphens, keeping every character at its offset."""
    return text.translate(_folding())


@cache
def _folding() -> dict[int, str]:
    table = {code: _one_letter(chr(code)) for code in (*range(0x250), *range(0x1E00, 0x1F00))}
    table |= {ord(c): "'" for c in "’‘ʼ`´"} | {ord(c): " " for c in "-‐‑–/\u00a0"}
    return table


def _one_letter(letter: str) -> str:
    plain = fold(letter)
    return plain if len(plain) == 1 else letter.lower() if len(letter.lower()) == 1 else letter
