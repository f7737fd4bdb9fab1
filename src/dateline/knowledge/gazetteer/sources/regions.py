"""The waters, landscapes, regions of war and landmarks of ``regions.tsv``."""

from collections.abc import Iterator
from pathlib import Path

from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.regions import regions
from dateline.knowledge.gazetteer.source import Source


def _rows(_: Path) -> Iterator[Entry]:
    for number, region in enumerate(regions(), 1):
        yield Entry(
            id=-number,
            name=region.name,
            kind=region.kind,
            precision=region.precision,
            lat=region.lat,
            lon=region.lon,
            country=region.countries[0] if region.countries else None,
            names=region.variants,
        )


SOURCE = Source(
    name="Dateline regions",
    version="1",
    licence="Apache-2.0",
    archive=None,
    sha256=None,
    rows=_rows,
)
