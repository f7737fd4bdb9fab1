"""Tellings of one happening to an incident: nothing is kept of it that cannot be made anew."""

from collections.abc import Sequence

from dateline.knowledge.ontology import kinds
from dateline.reconcile import fields
from dateline.reconcile.grading import grade
from dateline.reconcile.identity import telling_order
from dateline.reconcile.ledger import tolls
from dateline.reconcile.lineage import lineages
from dateline.reconcile.protected import protected
from dateline.reconcile.scoring import explain, score
from dateline.reconcile.sketch import Sketch
from dateline.reconcile.sums import within_reports
from dateline.records import Event, Incident, Judgement, Lineage, Pair, Party, Place, Telling

_PRIVATE = frozenset(("CVL", "REF", "UNK"))


def merge(
    tellings: Sequence[Telling],
    sketches: Sequence[Sketch],
    *,
    judgements: Sequence[Judgement] = (),
) -> Incident:
    """Make the incident that the tellings are of; it bears the id of the one told first.

    What only a look at the whole record tells, and why its events are one, is added by others.
    """
    ordered = sorted(tellings, key=telling_order)
    ids = {sketch.ref: sketch.own_id for sketch in sketches}
    traced = lineages(tuple({t.report.id: t.report for t in ordered}.values()))
    origins = _origins(traced)
    main = fields.kind(ordered, origins)
    place = fields.place(ordered, origins)
    actors = _actors(ordered)
    return Incident(
        id=ids[ordered[0].ref],
        title=title(main, place, actors),
        type=main.type,
        kind=main.kind,
        acled=main.acled,
        cameo=main.cameo,
        factuality=fields.factuality(ordered),
        place=place,
        date=fields.date(ordered, origins),
        actors=actors,
        targets=fields.parties(telling.event.targets for telling in ordered),
        weapon=fields.weapon(ordered, origins),
        tellings=tuple(ordered),
        lineages=traced,
        figures=tolls(ordered, traced),
        checks=tuple(within_reports(ordered)),
        grade=grade(ordered, traced, judgements),
        protected=tuple(site for telling in ordered for site in protected(telling)),
        judgements=tuple(judgements),
    )


def title(event: Event, place: Place | None, actors: Sequence[Party]) -> str:
    """Name an incident by what and where, or where nobody says where, by who.

    Civilians give no title: lists show it, and names of private persons are not for lists.
    """
    label = kinds()[event.kind].label if event.kind in kinds() else event.kind
    head = label[:1].upper() + label[1:]
    if place:
        return f"{head}, {place.name}"
    known = next((actor for actor in actors if actor.role not in _PRIVATE), None)
    return f"{head} by {known.name}" if known else head


def joins(sketches: Sequence[Sketch]) -> tuple[Pair, ...]:
    """Give for each event the pair that binds it most, the strongest first."""
    ordered = sorted(sketches, key=lambda sketch: sketch.ref)
    strongest: dict[tuple[str, str], tuple[Sketch, Sketch]] = {}
    for one in ordered:
        others = [other for other in ordered if other.ref != one.ref]
        if others:
            nearest = max(others, key=lambda other: (score(one, other), other.ref))
            left, right = sorted((one, nearest), key=lambda sketch: sketch.ref)
            strongest[left.ref, right.ref] = (left, right)
    pairs = [explain(left, right) for left, right in strongest.values()]
    return tuple(sorted(pairs, key=lambda pair: (-pair.points, pair.left, pair.right)))


def _origins(traced: Sequence[Lineage]) -> dict[str, str]:
    return {report: lineage.origin for lineage in traced for report in lineage.reports}


def _actors(tellings: Sequence[Telling]) -> tuple[Party, ...]:
    """Who is said to have done it; whom only a denial names is left out."""
    plain = [telling for telling in tellings if telling.event.factuality != "denied"] or tellings
    return fields.parties(telling.event.actors for telling in plain)
