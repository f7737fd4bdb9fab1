"""One happening in the world, as all reports together tell it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.records.coding import Claim, Event, Figure, Party, Place, Record, When
from dateline.records.report import Report
from dateline.records.span import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event with the report that tells it, and the figures and claims that speak of it."""

    report: Report
    event: Event
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()

    @classmethod
    def of(cls, record: Record, ref: str) -> "Telling":
        """Take an event, named across reports, out of the record of its report."""
        name = ref.rpartition("/")[2]
        return cls(
            report=record.report,
            event=next(event for event in record.events if event.id == name),
            figures=tuple(figure for figure in record.figures if figure.event == name),
            claims=tuple(claim for claim in record.claims if name in claim.events),
        )

    @property
    def ref(self) -> str:
        """Name the event across reports, as ``report/event``."""
        return f"{self.report.id}/{self.event.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why the words of report ``child`` go back to ``parent``; ``share`` is of shared text, 0-1."""

    child: str
    parent: str
    reason: str
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The reports of one origin, the earliest first; ``origin`` names it."""

    origin: str
    reports: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A report's lineage: whose words it took, who took its own, and with whom it shares a source.

    What is ``shared`` makes no report a copy of another.
    """

    report: Report
    lineage: Lineage
    taken: tuple[Link, ...]
    given: tuple[Link, ...]
    shared: tuple[Link, ...] = ()
    reports: tuple[Report, ...]  # all that the links name


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One number of the ledger with its owner; ``figure`` is its name as ``report/figure``.

    ``standing`` is false where a later report of its origin replaced it or it was taken back.
    """

    figure: str
    event: str
    report: str
    published: date | None
    by: str | None
    low: float | None
    high: float | None
    qualifier: str
    population: str | None
    origin: str
    standing: bool
    quote: str
    start: int
    end: int
    of: str | None = None  # the figure this is a sub-count of


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """What is known of one measure: bounds over all origins, what most of them give, every value.

    ``votes`` are the origins that stand by ``best``. Values are in the order of publication.
    """

    measure: str
    low: float | None
    best: float | None
    high: float | None
    votes: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SumCheck:
    """Whether a whole is the sum of its parts.

    ``outcome`` is ``consistent``, ``does not add up`` or ``scope differs``; ``parts`` are the names
    of the figures added; ``words`` says it, such as "4 = 2 + 1 + 1".
    """

    measure: str
    whole: str
    parts: tuple[str, ...]
    outcome: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one feature says of two events being the same, in points and in words."""

    feature: str
    points: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two events by their refs, how alike they are and why; above 0 they are held the same."""

    left: str
    right: str
    points: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How well attested an incident is; ``author`` is None while the grade is only computed."""

    grade: str
    reason: str
    computed: str
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """A site or person under special protection that was hit: its class, its name in the report."""

    site: str
    name: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """All that is known of one happening; rebuilt at any time from tellings and judgements.

    ``tellings`` are in the order of publication and hold the reports with their texts. ``merges``
    are the pairs that joined them, the strongest first; ``lookalikes`` were held apart.
    """

    id: str
    title: str
    type: str
    kind: str
    acled: str
    cameo: str
    factuality: str
    place: Place | None
    date: When
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    weapon: str | None = None
    tellings: tuple[Telling, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    figures: tuple[Toll, ...] = ()
    checks: tuple[SumCheck, ...] = ()
    grade: Grade
    protected: tuple[Protected, ...] = ()
    part_of: tuple[str, ...] = ()  # ids of wider incidents
    parts: tuple[str, ...] = ()  # ids of the incidents this one sums up
    merges: tuple[Pair, ...] = ()
    lookalikes: tuple[Pair, ...] = ()
    judgements: tuple["Judgement", ...] = ()

    @property
    def events(self) -> tuple[str, ...]:
        """Name the events, as ``report/event``."""
        return tuple(telling.ref for telling in self.tellings)

    @property
    def reports(self) -> tuple[Report, ...]:
        """Give each report once, in the order of publication."""
        return tuple({t.report.id: t.report for t in self.tellings}.values())

    @property
    def origins(self) -> int:
        """Count the independent origins: a copy is none."""
        return len(self.lineages)

    def toll(self, measure: str) -> Toll | None:
        """Find the toll of a measure."""
        return next((toll for toll in self.figures if toll.measure == measure), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """An event by its words, so that a judgement on it outlives its number in the report."""

    report: str
    event: str
    quote: str
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a field of the event should say; ``value`` is its JSON, None takes a figure out.

    ``quote`` is the words it rests on. For the field ``figure``, ``old`` quotes the figure it
    stands for; without it a figure is added.
    """

    field: str
    value: str | None
    quote: Quote | None = None
    old: Quote | None = None
    before: str | None = None  # the value it replaced, as JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What an analyst decided, never overwritten: a later one on the same matter counts.

    ``verdict`` is ``same``, ``different`` or ``unsure`` for two events; ``grade``, ``reject``,
    ``accept``, ``comment``, ``sensitive`` or ``correct`` for the event in ``left``, which stands
    for its incident. ``undo`` takes back the judgement whose number is its value.
    """

    number: int
    verdict: str
    left: Anchor
    right: Anchor | None = None
    value: str | None = None  # the grade, "yes" or "no", or a number
    correction: Correction | None = None
    reason: str
    author: str
    at: str  # ISO 8601, UTC


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Leave out what was taken back, and the taking back; an undo may itself be undone."""
    taken: set[str] = set()
    kept = []
    for judgement in sorted(judgements, key=lambda each: each.number, reverse=True):
        if str(judgement.number) in taken:
            continue
        if judgement.verdict == "undo":
            taken.add(judgement.value or "")
        else:
            kept.append(judgement)
    return kept[::-1]
