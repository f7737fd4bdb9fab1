"""What finders hand to each other: token ranges with a meaning. Internal to this room."""

from dataclasses import dataclass

from dateline.records import Party, Place, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Tokens ``first`` to before ``end``, the ``head`` among them, and the rule that found them."""

    first: int
    end: int
    head: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """Words that say when; ``bare`` is the time without its preposition: "since Monday", Monday."""

    when: When
    bare: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """Words that say where; ``kind`` is place, demonym, metonym or relative ("south of X")."""

    place: Place
    kind: str = "place"
    geonameid: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """A noun phrase or pronoun that stands for a party.

    ``party.name`` is the fullest name of the report; ``named`` is False for "gunmen" or "he";
    ``person`` is True for a single human being.
    """

    party: Party
    named: bool = False
    person: bool = False
    pronoun: bool = False
    state: bool = False  # a country or its seat named as such: GOV, or MIL when it acts by force


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponMention(Mention):
    """Words that name a weapon, by the codebook's list."""

    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention(Mention):
    """A number with its bounds; ``anchor`` is the verb or noun that says what is counted."""

    measure: str
    low: float | None
    high: float | None
    qualifier: str
    population: str | None = None
    scope: str = "event"
    unit: str | None = None
    anchor: int | None = None
    whole: int | None = None  # index, in the list of figures, of the figure this is a part of


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMention(Mention):
    """Content with its speaker: ``first`` to ``end`` is the content, ``cue`` the cue's token."""

    speaker: str
    speaker_head: int | None
    cue: int | None
    cue_words: str | None
    stance: str
    direct: bool
    medium: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger(Mention):
    """Words that name a happening, and the kind they speak for."""

    kind: str
    weapon: str | None = None
    sure: float = 1.0
