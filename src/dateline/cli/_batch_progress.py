"""How far ``dateline batch`` has come: shards, reports, the rate, and the time left."""

import sys
import time
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dateline.batch.running import Plan
    from dateline.batch.shard import Shard
    from dateline.batch.task import Outcome

_EVERY = 30.0  # seconds, where nobody watches


class Progress:
    """What has been done in this run, and in all."""

    def __init__(self) -> None:
        """Begin to count."""
        self._begun = self._last = time.monotonic()
        self._plan: Plan | None = None
        self._shards = self._reports = self._bytes = self._whole = 0

    def planned(self, plan: "Plan") -> None:
        """Hear what is to be done."""
        self._plan = plan
        self._whole = sum(shard.size for shard in plan.left)
        done = len(plan.manifest.shards) - len(plan.left)
        words = f", {done:,} of them done before" if done else ""
        click.echo(f"{len(plan.manifest.shards):,} shards{words}.", err=True)
        self._begun = self._last = time.monotonic()

    def coded(self, shard: "Shard", outcome: "Outcome") -> None:
        """Hear that a shard is done."""
        self._shards += 1
        self._reports += outcome.records + outcome.rejections + outcome.passed_over
        self._bytes += shard.size
        self._show(self._line(time.monotonic()))

    def reconciled(self, step: str, done: int, of: int) -> None:
        """Hear how far a step on the way to incidents is."""
        self._show(f"Incidents, {step}: {done:,} of {of:,} jobs")

    def sum_up(self) -> int:
        """Say what is in the data set; the number is 1 where something was not read."""
        from dateline.batch.running import totals

        assert self._plan is not None  # noqa: S101 - a run plans first
        if sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)
        whole = totals(self._plan.dataset, self._plan.manifest)
        told = [f"{whole.records:,} records", f"{whole.events:,} events"]
        told += [f"{whole.passed_over:,} passed over"] if whole.passed_over else []
        told += [f"{whole.rejections:,} not read: see rejections"] if whole.rejections else []
        click.echo(f"{self._plan.dataset.folder}: {', '.join(told)}.", err=True)
        return 1 if whole.rejections else 0

    def _show(self, line: str) -> None:
        now = time.monotonic()
        if sys.stderr.isatty():
            click.echo(f"\r\033[K{line}", nl=False, err=True)
        elif now - self._last >= _EVERY:
            self._last = now
            click.echo(line, err=True)

    def _line(self, now: float) -> str:
        assert self._plan is not None  # noqa: S101 - a run plans first
        seconds = max(now - self._begun, 0.001)
        left = (self._whole - self._bytes) / max(self._bytes, 1) * seconds
        return (
            f"{self._shards:,} of {len(self._plan.left):,} shards, {self._reports:,} reports,"
            f" {self._reports / seconds:,.1f} a second, {_time(left)} left"
        )


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.1f} h"  # noqa: PLR2004
