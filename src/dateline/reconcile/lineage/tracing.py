"""Who took what from whom, and which reports go back to one origin."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from dateline.reconcile.identity import Parts, order
from dateline.reconcile.lineage.houses import is_general, same_house
from dateline.reconcile.lineage.reuse import fingerprints, shared_runs, shares
from dateline.records import Lineage, Link, Report

_COPIED = 0.5  # of the shorter text: nearly all of a cut or edited copy
_REUSED = 0.2  # calibrated on cut, reordered and reworded copies: independent texts share < 0.05
_CREDITED = 0.07  # enough where the credit says "Agencies": only some agency's words are that alike
_LEAST = 8  # runs in common; short items are alike by their form
_COMMON = 50  # reports with one run of words; more are not compared with each other


def lineages(reports: Sequence[Report]) -> tuple[Lineage, ...]:
    """Group reports by origin: those whose words go back to one are no sources of each other."""
    ordered = sorted(reports, key=_order)
    found = links(ordered)
    origin = {report.id: report.id for report in ordered}
    for link in found:  # in the order of the children, so that a parent's origin is known
        origin[link.child] = origin[link.parent]
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in ordered:
        groups[origin[report.id]].append(report)
    named: dict[str, Lineage] = {}
    for group in groups.values():
        lineage = _lineage(group, found, taken=named)
        named[lineage.origin] = lineage
    return tuple(named.values())


def links(reports: Sequence[Report]) -> tuple[Link, ...]:
    """Find for each report the one it goes back to, among those published before it.

    The strongest reason decides: text taken over, a credit or the same publisher, text in part.
    """
    ordered = sorted(reports, key=_order)
    rank = {report.id: number for number, report in enumerate(ordered)}
    by_id = {report.id: report for report in ordered}
    near = _near(ordered)
    found = []
    for child in ordered:
        earlier = [by_id[id_] for id_ in near[child.id] if rank[id_] < rank[child.id]]
        reasons = [reason for parent in earlier if (reason := _reason(child, parent))]
        if reasons:
            found.append(min(reasons, key=lambda r: (-r[0], -r[1], rank[r[2].parent]))[2])
    return tuple(found)


def _order(report: Report) -> tuple[date, bool, Parts]:
    """Sort as published; of one day, who credits somebody comes after those who may be credited."""
    day, name = order(report)
    return day, bool(report.credits), name


def origin_name(report: Report) -> str | None:
    """Name the house whose words a report's are: an agency it credits, else its publisher."""
    named = [credit for credit in report.credits if not is_general(credit)]
    own = report.publisher
    if own and any(same_house(credit, own) for credit in named):
        return own
    return named[0] if named else own


def _reason(child: Report, parent: Report) -> tuple[int, float, Link] | None:
    """Give the strongest reason why one report goes back to another, with its rank."""
    share = shares(child, parent) if shared_runs(child, parent) >= _LEAST else 0.0
    reused = share if share >= _REUSED else None
    if share >= _COPIED:
        return 4, share, _link(child, parent, f"shares {share:.0%} of its text", share)
    if _same_publisher(child, parent):
        return 3, share, _link(child, parent, f"a later report of {child.publisher}", reused)
    if common := _common_house(child, parent):
        return 2, share, _link(child, parent, f"credits {common}", reused)
    if share >= (_CREDITED if any(map(is_general, child.credits)) else _REUSED):
        return 1, share, _link(child, parent, f"shares {share:.0%} of its text", share)
    return None


def _link(child: Report, parent: Report, words: str, share: float | None) -> Link:
    return Link(
        child=child.id,
        parent=parent.id,
        reason=words,
        share=round(share, 3) if share is not None else None,
    )


def _same_publisher(child: Report, parent: Report) -> bool:
    """Tell whether both are a house's own: a paper that prints an agency's words adds none."""
    if not child.publisher or not parent.publisher:
        return False
    own = (house for report in (child, parent) for house in _houses(report))
    return all(same_house(child.publisher, name) for name in (parent.publisher, *own))


def _common_house(child: Report, parent: Report) -> str | None:
    return next((m for m in _houses(child) for t in _houses(parent) if same_house(m, t)), None)


def _houses(report: Report) -> list[str]:
    """Name the houses whose words a report may have: the agencies it credits, or its own."""
    named = [credit for credit in report.credits if not is_general(credit)]
    own = [report.publisher] if report.publisher else []
    if not named or any(same_house(credit, own[0]) for credit in named if own):
        return own or named
    return named


def _near(reports: Sequence[Report]) -> dict[str, set[str]]:
    """Map each report to those it shares words or a house with, without comparing all."""
    near: dict[str, set[str]] = {report.id: set() for report in reports}
    for group in (*_by_words(reports), *_by_house(reports)):
        for id_ in group:
            near[id_].update(group)
    for id_, others in near.items():
        others.discard(id_)
    return near


def _by_words(reports: Sequence[Report]) -> Iterator[list[str]]:
    """Pair reports that have several runs of words in common."""
    index: dict[int, list[str]] = defaultdict(list)
    for report in reports:
        for run in fingerprints(report):
            index[run].append(report.id)
    together: Counter[tuple[str, str]] = Counter()
    for ids in index.values():
        together.update(_pairs(ids))
    yield from ([one, other] for (one, other), times in together.items() if times > 1)


def _pairs(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair all with all; where they are many, all with the first, whose words they may be."""
    firsts = ids if len(ids) <= _COMMON else ids[:1]
    yield from ((one, other) for n, one in enumerate(firsts) for other in ids[n + 1 :])


def _by_house(reports: Sequence[Report]) -> Iterable[list[str]]:
    groups: list[tuple[str, list[str]]] = []
    for report in reports:
        for house in _houses(report):
            known = next((ids for name, ids in groups if same_house(name, house)), None)
            if known is None:
                groups.append((house, [report.id]))
            else:
                known.append(report.id)
    return [ids for _, ids in groups if len(ids) > 1]


def _lineage(group: Sequence[Report], found: Sequence[Link], *, taken: Container[str]) -> Lineage:
    """Name a group by its house, or where another has that name, by its first report, too."""
    ids = tuple(report.id for report in group)
    name = next((name for report in group if (name := origin_name(report))), ids[0])
    return Lineage(
        origin=f"{name} ({ids[0]})" if name in taken else name,
        reports=ids,
        links=tuple(link for link in found if link.child in ids),
    )
