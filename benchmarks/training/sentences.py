"""Single sentences with their triggers marked: ``{kind|word}``, one sentence a line.

They teach the words that the training reports do not have. What is unmarked tells no event.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from dateline.extract.figures import find_figures
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.extract.weapons import find_weapons
from dateline.records import Report

FOLDER = Path(__file__).parent / "sentences"
_MARK = re.compile(r"\{([a-z-]+)\|([^{}|]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence with its reading, and the kind that each marked token tells."""

    reading: Reading
    kind_at: dict[int, str]


def read_sentences(nlp: Language) -> Iterator[Marked]:
    """Parse every marked sentence, file by file."""
    for path in sorted(FOLDER.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        plain = [_plain(line) for line in lines if not line.startswith("#")]
        for (text, marks), doc in zip(plain, nlp.pipe(text for text, _ in plain), strict=True):
            parse = Parse.of(doc)
            report = Report(id=path.stem, text=text)
            reading = Reading(report, parse, weapons=find_weapons(parse), figures=find_figures(parse))
            at = {start: token for token, start in enumerate(parse.starts)}
            kind_at = {at[start]: kind for start, kind in marks.items() if start in at}
            yield Marked(reading, kind_at)


def _plain(line: str) -> tuple[str, dict[int, str]]:
    """Take the marks out; map where each marked word then begins to its kind."""
    out, marks, done = "", {}, 0
    for match in _MARK.finditer(line):
        out += line[done : match.start()]
        marks[len(out)] = match[1]
        out += match[2]
        done = match.end()
    return out + line[done:], marks
