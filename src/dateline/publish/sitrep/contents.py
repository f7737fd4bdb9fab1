"""What a situation report says, before it has a form: every sentence with its reports."""

from dataclasses import dataclass
from datetime import date

from dateline.records import Incident

Refs = tuple[int, ...]  # numbers of reports, as the list at the end counts them


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What was asked for; ``filters`` are further conditions in words, ``by`` is day or place."""

    title: str | None = None
    area: str | None = None
    since: date | None = None
    until: date | None = None
    filters: tuple[str, ...] = ()
    by: str = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The incidents that fit, and those that the same reports tell without a place or a day."""

    incidents: tuple[Incident, ...]
    loose: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words of ours with the reports they rest on; ``quote`` holds words of theirs.

    ``label`` stands before them; ``items`` are numbers of incidents that they speak of.
    """

    words: str
    refs: Refs = ()
    label: str = ""
    quote: str = ""
    items: Refs = ()
    struck: bool = False  # replaced or taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The figures of one measure: the bounds in words, and who gives which number."""

    measure: str
    words: str
    support: str
    givers: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One incident as the report tells it; ``number`` is its name within the report."""

    number: int
    id: str
    title: str
    when: str
    where: str
    family: str
    grade: str
    reason: str
    author: str | None
    counters: str
    lines: tuple[Sentence, ...]
    counts: tuple[Count, ...]
    quotes: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Incidents of one day or place under its heading."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An incident or a dispute in a few lines: what, then each thing said of it."""

    title: str
    when: str = ""
    number: int | None = None
    lines: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of briefs; ``note`` says what stands there, ``empty`` that nothing does.

    A ``terse`` section sets what is said of an incident on one line.
    """

    id: str
    title: str
    note: str
    empty: str
    briefs: tuple[Brief, ...]
    terse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a head; the first column names the row, ``numeric`` columns are set right.

    ``shares`` are the columns' shares of the room; one of 0 is as wide as its words.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing, the same in all forms, with its words for those who do not see it."""

    svg: str
    alt: str
    caption: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report of the list: ``origin`` is the letter of those that share its words."""

    number: int
    id: str
    publisher: str
    date: str
    title: str
    url: str | None
    origin: str
    lineage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitrep:
    """The whole report, in the order in which it is read."""

    title: str
    area: str
    days: str
    about: tuple[str, ...]
    summary: str
    key_points: tuple[Sentence, ...]
    totals: Table
    maps: tuple[Picture, ...]
    map_note: str
    places: Table
    timeline: Picture | None
    by_day: Table
    groups: tuple[Group, ...]
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    method: tuple[tuple[str, str], ...]
    foot: str
