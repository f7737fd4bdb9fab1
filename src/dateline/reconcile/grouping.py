"""All events at once to groups that are one happening each: block, score, cluster in memory."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.reconcile.blocking import asked, keys
from dateline.reconcile.clustering import Ends, Verdicts, cluster, components
from dateline.reconcile.scoring import score
from dateline.reconcile.sketch import Sketch

NO_VERDICTS = Verdicts()


def groups(
    sketches: Sequence[Sketch], verdicts: Verdicts = NO_VERDICTS
) -> Iterator[tuple[str, ...]]:
    """Group events by their refs, in no order that means anything.

    The groups are those that adding report by report leads to; only the way there is shorter.
    """
    pairs = dict(alike(sketches))
    reports = {sketch.ref: sketch.report for sketch in sketches}
    judged = [ends for ends in verdicts.same if set(ends) <= reports.keys()]
    together = components(reports, [*pairs, *judged])
    of = {ref: number for number, refs in enumerate(together) for ref in refs}
    inside: dict[int, dict[Ends, float]] = defaultdict(dict)
    for ends, points in pairs.items():
        inside[of[ends[0]]][ends] = points
    for number, refs in enumerate(together):
        if len(refs) == 1:
            yield refs
        else:
            yield from cluster({ref: reports[ref] for ref in refs}, inside[number], verdicts)


def alike(sketches: Sequence[Sketch]) -> Iterator[tuple[Ends, float]]:
    """Yield the pairs that speak for one happening, each once, with their points."""
    index: dict[int, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        near = {other for key in asked(sketch) for other in index.get(key, ())}
        for other in near:
            known = sketches[other]
            if known.report != sketch.report and (points := score(sketch, known)) > 0:
                left, right = sorted((sketch.ref, known.ref))
                yield (left, right), points
        for key in keys(sketch):
            index[key].append(number)
