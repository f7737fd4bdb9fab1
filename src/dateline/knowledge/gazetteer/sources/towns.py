"""The towns and villages of ``towns.tsv``."""

from collections.abc import Iterator
from pathlib import Path

from dateline.knowledge.files import read_table
from dateline.knowledge.gazetteer.countries import cell_parts
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.source import Source

_TABLE = Path(__file__).parent.parent / "towns.tsv"
_FIRST = 1_000_000  # ids below those of the regions
_GUESS = 2000  # people: most are villages


def _rows(_: Path) -> Iterator[Entry]:
    for number, row in enumerate(read_table(_TABLE), 1):
        name, country, lat, lon, variants = row
        yield Entry(
            id=-_FIRST - number,
            name=name,
            kind="settlement",
            precision="settlement",
            lat=float(lat),
            lon=float(lon),
            country=country,
            population=_GUESS,
            names=cell_parts(variants),
        )


SOURCE = Source(
    name="Dateline towns",
    version="1",
    licence="Apache-2.0",
    archive=None,
    sha256=None,
    rows=_rows,
)
