"""Score incidents over several reports against gold ones.

Predicted events are renamed to the gold events they are paired with. *bcubed* is B-cubed over the
events that both sides put into an incident, *lineages* the same over the reports of paired
incidents, *figures* the share of gold tolls whose best value is right, an unpaired incident's
being wrong. The first two are means over scenarios, the last is over all tolls.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.measure.likeness import Coded
from dateline.measure.scoring import assign, pair_events

Groups = Sequence[set[str]]


@dataclass
class IncidentScores:
    """The measures of some scenarios."""

    bcubed: list[float] = field(default_factory=list)
    lineages: list[float] = field(default_factory=list)
    figures: list[bool] = field(default_factory=list)

    def table(self) -> dict[str, float]:
        """Give every number by its name, between 0 and 1."""
        return {
            f"incidents.{name}": round(sum(found) / len(found), 4)
            for name in ("bcubed", "lineages", "figures")
            if (found := getattr(self, name))
        }

    def add(
        self,
        gold: Mapping[str, Coded],
        found: Mapping[str, Coded],
        incidents: tuple[Sequence[Coded], Sequence[Coded]],
    ) -> None:
        """Score one scenario: coded reports by id, and the gold and the found incidents."""
        mine, theirs = incidents
        names = _renamed(gold, found)
        wanted = [set(one["events"]) for one in mine]
        known = set[str]().union(*wanted)
        told = [{names.get(ref, "") for ref in one["events"]} & known for one in theirs]
        self.bcubed.append(bcubed(wanted, told))
        pairs = dict(assign([[_dice(a, b) for b in told] for a in wanted]))
        shares = []
        for at, one in enumerate(mine):
            other = theirs[pairs[at]] if at in pairs else {}
            self.figures += _right(one["figures"], other.get("figures", {}))
            if other:
                shares.append(bcubed(_sets(one["lineages"]), _sets(other["lineages"])))
        self.lineages.append(sum(shares) / len(shares) if shares else 0.0)


def bcubed(wanted: Groups, found: Groups) -> float:
    """Give the B-cubed F1 over what both sides group."""
    mine = {name: group for group in wanted for name in group}
    theirs = {name: group for group in found for name in group}
    both = mine.keys() & theirs.keys()
    if not both:
        return 0.0
    shared = {name: len(mine[name] & theirs[name] & both) for name in both}
    precision = sum(shared[n] / len(theirs[n] & both) for n in both) / len(both)
    recall = sum(shared[n] / len(mine[n] & both) for n in both) / len(both)
    return 2 * precision * recall / (precision + recall)


def _renamed(gold: Mapping[str, Coded], found: Mapping[str, Coded]) -> dict[str, str]:
    names = {}
    for report, one in gold.items():
        events = found[report]["events"]
        for mine, theirs in pair_events(one["text"], one["events"], events):
            names[f"{report}/{events[theirs]['id']}"] = f"{report}/{one['events'][mine]['id']}"
    return names


def _right(gold: Mapping[str, Coded], found: Mapping[str, Coded]) -> list[bool]:
    return [name in found and found[name]["best"] == toll["best"] for name, toll in gold.items()]


def _sets(groups: Sequence[Sequence[str]]) -> list[set[str]]:
    return [set(group) for group in groups]


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one & other else 0.0
