"""An incident in a list, as the API gives it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.knowledge.families import family_of
from dateline.knowledge.ontology import kinds
from dateline.publish.columns import RADIUS_KM
from dateline.publish.figures import weight
from dateline.publish.prose import on_one_line
from dateline.publish.telling import title
from dateline.records import Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class TollForm:
    """What is known of one measure; a bound that is open is null."""

    measure: str
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedForm:
    """An incident as a list shows it; ``lat`` and ``lon`` are exact only to ``radius_km``."""

    id: str
    title: str
    type: str
    kind: str
    label: str
    family: str
    factuality: str
    weapon: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    radius_km: int | None
    start: date | None
    end: date | None
    date_precision: str
    reports: int
    origins: int
    grade: str
    protected: tuple[str, ...]
    tolls: tuple[TollForm, ...]
    part_of: tuple[str, ...]
    events: tuple[str, ...]
    sensitive: bool
    doubt: float
    revision: int


def listed_form(row: Listed, *, names: bool = False) -> ListedForm:
    """Give what may be shown: a title names no person unless ``names`` asks, and no parties."""
    return ListedForm(
        id=row.id,
        title=on_one_line(row.title) if names else shown_title(row),
        type=row.type,
        kind=row.kind,
        label=label(row.kind),
        family=family_of(row).name,
        factuality=row.factuality,
        weapon=row.weapon,
        place=row.place,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        precision=row.precision,
        radius_km=None if row.lat is None else RADIUS_KM.get(row.precision or ""),
        start=row.start,
        end=row.end,
        date_precision=row.date_precision,
        reports=row.reports,
        origins=row.origins,
        grade=row.grade,
        protected=row.protected,
        tolls=_tolls(row),
        part_of=row.part_of,
        events=row.events,
        sensitive=row.sensitive,
        doubt=row.doubt,
        revision=row.revision,
    )


def shown_title(row: Listed) -> str:
    """Give a title as channels give it: a row does not tell whose names may be published."""
    words = on_one_line(row.title)
    named = (part for party in row.parties for part in party.split() if part[:1].isupper())
    return title(row) if any(part in words for part in named) else words


@lru_cache(maxsize=500)
def label(kind: str) -> str:
    """Name a kind: Drone strike."""
    words = kinds()[kind].label if kind in kinds() else kind.replace("-", " ")
    return words[:1].upper() + words[1:]


def _tolls(row: Listed) -> tuple[TollForm, ...]:
    return tuple(
        TollForm(measure=measure, low=low, best=best, high=high)
        for measure, low, best, high in sorted(row.tolls, key=lambda toll: weight(toll[0]))
    )
