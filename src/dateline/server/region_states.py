"""The regions that feeds of warnings speak of: their state now, and when nobody knew of them."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from dateline.publish.forms.warning import RegionForm, StretchForm
from dateline.reconcile.warned import Ear, combined, states, unknown
from dateline.records.desk import WarningFeed, utc
from dateline.records.warning import Silence, WarningInterval
from dateline.server.moments import moment
from dateline.server.regional import Regional, regional
from dateline.server.warning import silences_of
from dateline.store import Reading


def region_forms(
    store: Reading,
    feeds: Sequence[WarningFeed],
    told: Sequence[tuple[str, WarningInterval]],
    span: tuple[datetime, datetime],
) -> Iterator[RegionForm]:
    """Give each region with its state now, and when in a span of time it was unknown."""
    at = utc(time.time())
    silences = {feed.id: silences_of(feed, at) for feed in feeds}
    known = {feed.id: regional(store, feed, at) for feed in feeds}
    now = (states(known[id_].latest, silences[id_], at) for id_ in known)
    stretches = _unknown(known, silences, told, span)
    for state in combined(*now):
        yield RegionForm(
            uid=state.region,
            name=state.name,
            country=state.country,
            level=state.level,
            state=state.state,
            since=moment(state.since.timestamp()) if state.since else None,
            unknown=stretches.get(state.region, ()),
        )


def _unknown(
    known: dict[str, Regional],
    silences: dict[str, tuple[Silence, ...]],
    told: Sequence[tuple[str, WarningInterval]],
    span: tuple[datetime, datetime],
) -> dict[str, tuple[StretchForm, ...]]:
    """Find by region when a feed that speaks of it was silent, and no other one warned."""
    at: dict[tuple[str, str], list[WarningInterval]] = defaultdict(list)
    for id_, one in told:
        for uid in (one.region, *one.within):
            at[id_, uid].append(one)
    ears: dict[str, list[Ear]] = defaultdict(list)
    for id_, feed in known.items():
        for place in feed.regions:
            own = at[id_, place.region] + [
                one for uid in place.within for one in at[id_, uid] if one.region == uid
            ]
            ears[place.region].append(Ear(silences=silences[id_], warnings=own))
    return {uid: tuple(_stretches(unknown(heard), span)) for uid, heard in ears.items()}


def _stretches(found: Iterable[Silence], span: tuple[datetime, datetime]) -> Iterator[StretchForm]:
    first, until = span
    for one in found:
        if (one.start is None or one.start <= until) and (one.end is None or one.end >= first):
            yield StretchForm(
                start=moment(one.start.timestamp()) if one.start else None,
                end=moment(one.end.timestamp()) if one.end else None,
            )
