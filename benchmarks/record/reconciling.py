"""Reconcile ever more events: ``python -m benchmarks.record.reconciling [COUNT …]``.

Synthetic reports tell of happenings in towns of which few have most of the war; a happening is
told by one to six reports that differ in words, figures and spelling. Each count is reconciled in
a process of its own, from coded reports to incidents, so that its memory is its own. Reports are
made anew where they are needed: holding them is not the business of reconciling.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.knowledge.ontology import kinds
from dateline.reconcile.grouping import groups
from dateline.reconcile.listing import listed
from dateline.reconcile.merging import merge
from dateline.reconcile.sketch import sketches
from dateline.records import (
    Event,
    Figure,
    Party,
    Place,
    Quote,
    Record,
    Report,
    Telling,
    When,
)

COUNTS = (10_000, 100_000, 1_000_000)
COUNTRIES, TOWNS = 60, 300
FIRST = date(2010, 1, 1)
A_DAY = 300  # events: an archive grows by days, not in density
KINDS = (
    "shelling",
    "airstrike",
    "armed-clash",
    "bombing",
    "abduction",
    "arrest",
    "talks",
    "accuse",
)
TOLD = (1, 1, 1, 2, 2, 3, 4, 6)  # reports of one happening
WORDS = 3_000


def main() -> None:
    """Print the time and memory of each count, and how they grow."""
    if "--one" in sys.argv:
        print(json.dumps(reconciled(int(sys.argv[-1]))))
        return
    before = None
    for count in [int(word) for word in sys.argv[1:]] or COUNTS:
        command = [sys.executable, "-m", "benchmarks.record.reconciling", "--one", str(count)]
        answer = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        found = json.loads(answer.stdout)
        grown = f", {found['seconds'] / before:.1f} times the time (≤ 12)" if before else ""
        before = found["seconds"]
        print(
            f"{count:>9,} events: {found['incidents']:,} incidents in {before:,.1f} s, "
            f"{found['gigabytes']:.2f} GiB{grown}",
            flush=True,
        )


def reconciled(count: int) -> dict[str, float]:
    """Reconcile so many events to incidents as a list shows them."""
    started = time.perf_counter()
    drawn = [sketch for record in records(count) for sketch in sketches(record)]
    found = list(groups(drawn))
    by_ref = {sketch.ref: sketch for sketch in drawn}
    incidents = 0
    for refs in found:
        told = [telling(ref) for ref in refs]
        incidents += bool(listed(merge(told, [by_ref[ref] for ref in refs])).id)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return {
        "seconds": time.perf_counter() - started,
        "incidents": incidents,
        "gigabytes": peak,
    }


def records(count: int) -> Iterator[Record]:
    """Make so many reports of one event each."""
    made = happening = 0
    while made < count:
        for version in range(TOLD[happening % len(TOLD)]):
            if made < count:
                yield record(happening, version, count)
                made += 1
        happening += 1


def telling(ref: str) -> Telling:
    """Make the telling of an event anew from its name."""
    happening, version, count = (int(part) for part in ref.partition("/")[0].split("-")[1:])
    made = record(happening, version, count)
    return Telling(report=made.report, event=made.events[0], figures=made.figures)


def record(happening: int, version: int, count: int) -> Record:
    """Make one report's telling of a happening."""
    chance = random.Random(happening)  # noqa: S311
    country, town = chance.randrange(COUNTRIES), int(TOWNS * chance.random() ** 3)
    kind = chance.choice(KINDS)
    day = FIRST + timedelta(days=chance.randrange(max(30, count // A_DAY)))
    dead = int(60 * chance.random() ** 3)
    group = f"Group{country}x{chance.randrange(4)}"
    own = random.Random(f"{happening} {version}")  # noqa: S311
    words = " ".join(f"w{int(WORDS * own.random() ** 2)}" for _ in range(9))
    text = f"{group} {kind} town{town} {words} killed {dead + own.choice((0, 0, 0, 1))}."
    name = f"r-{happening}-{version}-{count}"
    report = Report(
        id=name,
        text=text,
        publisher=f"House {own.randrange(500)}",
        published=day + timedelta(days=own.randrange(3)),
    )
    return Record(
        report=report,
        events=(_event(kind, _place(country, town), day, group, text),),
        figures=(_figure(text),) if kind not in ("talks", "accuse") else (),
    )


def _place(country: int, town: int) -> Place:
    lat = -45 + country // 10 * 16 + town // 20 * 0.5
    lon = -165 + country % 10 * 33 + town % 20 * 0.5
    return Place(name=f"Town {country}x{town}", country=f"C{country:02}", lat=lat, lon=lon)


def _event(kind: str, place: Place, day: date, group: str, text: str) -> Event:
    known = kinds()[kind]
    stays = known.type in ("ASSAULT", "COERCE")
    return Event(
        id="e1",
        type=known.type,
        kind=kind,
        acled=known.acled,
        cameo=known.cameo,
        actors=(Party(name=group, country=place.country, role="REB"),),
        place=place if stays else None,
        date=When(start=day, end=day, precision="day"),
        evidence=(Quote.at(text, 0, text.index(" killed")),),
    )


def _figure(text: str) -> Figure:
    start = text.index("killed")
    number = int(text[start + len("killed ") : -1])
    return Figure(
        id="f1",
        measure="killed",
        low=number,
        high=number,
        qualifier="exact",
        quote=text[start:-1],
        start=start,
        end=len(text) - 1,
        event="e1",
    )


if __name__ == "__main__":
    main()
