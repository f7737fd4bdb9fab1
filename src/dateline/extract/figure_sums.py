"""Parts of a whole that nothing but their sum tells: "twenty-two: fourteen …, five …, three …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.figure_parts import PEOPLE
from dateline.records import Basis, Figure

_REACH = 400  # characters from the whole to its last part: two sentences
_MOST = 6  # parts


def add_up(figures: Sequence[Figure]) -> list[Figure]:
    """Make the figures that come right after one and add up to it its sub-counts."""
    found = list(figures)
    for at, whole in enumerate(figures):
        for part in _parts(whole, figures[at + 1 :]):
            found[figures.index(part)] = _under(whole, part)
    return found


def _parts(whole: Figure, later: Sequence[Figure]) -> Sequence[Figure]:
    """Find the run of like figures behind a whole whose sum it is, or none."""
    if whole.measure not in PEOPLE or whole.of or not _exact(whole):
        return ()
    run: list[Figure] = []
    for figure in _like(whole, later):
        run.append(figure)
        total = sum(part.low or 0 for part in run)
        if total == whole.low and len(run) > 1:
            return run
        if total > (whole.low or 0) or len(run) == _MOST:
            break
    return ()


def _like(whole: Figure, later: Sequence[Figure]) -> Iterator[Figure]:
    for figure in later:
        if figure.start - whole.end > _REACH:
            return
        same = (figure.measure, figure.event, figure.scope) == (
            whole.measure,
            whole.event,
            whole.scope,
        )
        if same and _exact(figure) and not figure.of and figure.low:
            yield figure


def _exact(figure: Figure) -> bool:
    return figure.qualifier == "exact" and not figure.withdrawn


def _under(whole: Figure, part: Figure) -> Figure:
    basis = Basis(field="of", rule="sum")
    return replace(part, of=whole.id, basis=(*part.basis, basis))
