"""Find the words of a report that a loosely written quote means."""

import re

from benchmarks.quality.authoring.faults import SourceError

GAP = " ... "
TIMES = re.compile(r"\s*\(x(\d)\)$")

# Curly quotes and dashes are hard to type: they are matched by their plain forms, one for one.
PRINTED = "\u2018\u2019\u201c\u201d\u2013\u2014\u00a0"
FOLD = str.maketrans(PRINTED, "''\"\"-- ")


def find_quote(text: str, words: str) -> str:
    """Return the one stretch of the text that the words mean: ``first words ... last words``.

    ``(x2)`` at the end says that the stretch stands in the text twice; a stretch that stands there
    more often than said is an error, as is one that is not there.
    """
    stretch, times = _times(words.strip())
    folded = text.translate(FOLD)
    opening, *_ = stretch.split(GAP)
    match = _pattern(stretch).search(folded)
    if match is None:
        message = f"no such words in the text: {stretch!r}"
        raise SourceError(message)
    seen = len(_pattern(opening).findall(folded))
    if seen != times:
        message = f"these words stand in the text {seen} times, not {times}: {opening!r}"
        raise SourceError(message)
    return text[match.start() : match.end()]


def _times(words: str) -> tuple[str, int]:
    match = TIMES.search(words)
    return (words[: match.start()], int(match.group(1))) if match else (words, 1)


def _pattern(words: str) -> re.Pattern[str]:
    """Match the parts in order, spaces loosely, letters strictly, with the shortest gaps."""
    parts = (r"\s+".join(map(re.escape, part.split())) for part in words.translate(FOLD).split(GAP))
    return re.compile(r"(?<!\w)" + r"[\s\S]*?".join(parts) + r"(?!\w)")
