"""What is known of one try at a request: whether it may be done again."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Trial:
    """One try: whether something of it was kept, and whether it lost the database."""

    kept: bool = False
    lost: bool = False


_TRIAL: ContextVar[Trial | None] = ContextVar("trial", default=None)


def begin(trial: Trial) -> None:
    """Let what follows in this request be noted of a try."""
    _TRIAL.set(trial)


def note_kept() -> None:
    """Note that a transaction of this request was kept: it must not be done again."""
    if (trial := _TRIAL.get()) is not None:
        trial.kept = True


def note_lost() -> None:
    """Note that this request lost the database; its answer says so."""
    if (trial := _TRIAL.get()) is not None:
        trial.lost = True
