"""Whether a strike fell in a warning, just after one, or without; not known is not without."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from dateline.reconcile.warned.covering import cover
from dateline.reconcile.warned.happening import Happening, When, Window, possible
from dateline.reconcile.warned.spells import EVER, NEVER, Spell, is_held, overlaps, spells
from dateline.reconcile.warned.states import Region
from dateline.records.warning import Silence, WarningInterval

Verdict = Literal["in", "after", "none", "unknown"]
JUST_AFTER = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What a warning was worth: ``lead_minutes`` from its start to the strike, least and most.

    It is ``sure`` where every moment that the strike may have fallen in has the verdict. A feed
    that is not known to speak of the place is ``strange`` to it.
    """

    verdict: Verdict
    words: str
    lead_minutes: tuple[int, int] | None = None
    warning: WarningInterval | None = None
    sure: bool = False
    strange: bool = False


def joined(
    happening: Happening,
    intervals: Iterable[WarningInterval],
    silences: Sequence[Silence],
    regions: Iterable[Region] = (),
) -> Joined:
    """Join one happening to one feed.

    ``intervals`` are at least those of its days, of the day before and the day after;
    ``regions`` all that the feed is known to speak of.
    """
    when = possible(happening)
    if when is None:
        return Joined(verdict="unknown", words="The day is not known well enough.")
    actual = [interval for interval in intervals if interval.actual]
    covers = [(cover(interval, happening), interval) for interval in actual]
    known = any(c != "no" for c, _ in covers)
    if not known and not any(_speaks(region, happening) for region in regions):
        words = "The feed is not known to speak of the place."
        return Joined(verdict="unknown", words=words, strange=True)
    whole = list(spells((i for c, i in covers if c == "whole"), silences))
    part = list(spells((i for c, i in covers if c == "part"), silences))
    return _judged(when, whole, part, silences)


def best(told: Iterable[Joined]) -> Joined:
    """Take the most telling of what several feeds say of one strike; a silence tells nothing."""
    order: dict[Verdict, int] = {"in": 0, "after": 1, "none": 2, "unknown": 3}
    unheard = Joined(verdict="unknown", words="No feed of warnings speaks of the place.")
    return min(told, key=lambda j: (order[j.verdict], not j.sure), default=unheard)


def _judged(
    when: When, whole: list[Spell], part: list[Spell], silences: Sequence[Silence]
) -> Joined:
    inside = list(overlaps(when.windows, whole))
    if inside:
        sure = all(is_held(window, whole) for window in when.windows)
        return _in(inside, when, sure=sure)
    if any(True for _ in overlaps(when.windows, part)):
        words = "A part of the area was under a warning; whether the place was is not known."
        return Joined(verdict="unknown", words=words)
    if any(_is_silent(window, silences) for window in when.windows):
        words = "The feed was silent when it happened, or may have happened."
        return Joined(verdict="unknown", words=words)
    tails = [s.tail(JUST_AFTER) for s in whole if s.ended]
    for _, spell in overlaps(when.windows, tails):
        sure = all(is_held(window, tails) for window in when.windows)
        may = "It fell" if sure else "It may have fallen"
        words = f"{may} within {_minutes(JUST_AFTER)} minutes after a warning had ended."
        return Joined(verdict="after", words=words, warning=spell.warning, sure=sure)
    return Joined(verdict="none", words="No warning was on when it happened.", sure=True)


def _in(inside: list[tuple[Window, Spell]], when: When, *, sure: bool) -> Joined:
    low = min(_minutes(window.start - spell.began) for window, spell in inside)
    high = max(_minutes(window.end - spell.began) for window, spell in inside)
    lead = f"{low} minutes" if low == high else f"{low} to {high} minutes"
    if sure:
        words = f"It fell {lead} after the warning had begun."
    elif when.told:
        words = f"It may have fallen in a warning, {lead} after it had begun."
    else:
        words = f"A warning was on in those days, but the hour is not told: {lead} after it began."
    return Joined(
        verdict="in",
        words=words,
        lead_minutes=(low, high),
        warning=inside[0][1].warning,
        sure=sure,
    )


def _is_silent(window: Window, silences: Iterable[Silence]) -> bool:
    return any(
        (silence.start or EVER) < window.end and window.start < (silence.end or NEVER)
        for silence in silences
    )


def _speaks(region: Region, happening: Happening) -> bool:
    named = WarningInterval(
        key="",
        region=region.region,
        region_name=region.name,
        country=region.country,
        level=region.level,
        within=region.within,
        start=EVER,
    )
    return cover(named, happening) != "no"


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
