"""Wholes and parts: a wider event of the report that sums up others."""

from dataclasses import replace

from dateline.records import Event

_SEVERAL = 2


def find_wholes(events: list[Event]) -> list[Event]:
    """Set ``part_of`` where an earlier event of the report covers several places of a later one."""
    out = []
    for event in events:
        whole = next((w for w in out if _covers(w, event)), None)
        out.append(replace(event, part_of=whole.id) if whole else event)
    return out


def _covers(whole: Event, part: Event) -> bool:
    if whole.part_of or whole.type != part.type or part.background != whole.background:
        return False
    if part.place is None or whole.date.start is None or whole.date != part.date:
        return False
    names = {target.name for target in whole.targets}
    wide = len(names) >= _SEVERAL or whole.kind == "combined-strike"
    return wide and part.place.name in names and whole.place != part.place
