"""A name of a place on its way from the text to a place on earth. Internal to the place finder."""

from dataclasses import dataclass

from dateline.knowledge.gazetteer.entry import Entry


@dataclass(slots=True)
class Name:
    """A name in the text with all the places that bear it.

    ``role`` is place, inside (part of another name: "Kabul University"), demonym, metonym or
    dateline; ``level`` is the level that a word beside it tells ("Donetsk region": admin1).
    """

    first: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    evidence: float = 0.0
    role: str = "place"
    level: str | None = None
    level_end: int | None = None
    chosen: Entry | None = None
    rule: str = "gazetteer"
