"""The countries and territories of ``countries.tsv``."""

from collections.abc import Iterator
from pathlib import Path

from dateline.knowledge.gazetteer.countries import countries
from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.source import Source


def _rows(_: Path) -> Iterator[Entry]:
    for country in countries():
        yield Entry(
            id=country.geonameid,
            name=country.name,
            kind="country",
            precision="country",
            lat=country.lat,
            lon=country.lon,
            country=country.alpha3,
            names=country.variants,
        )


SOURCE = Source(
    name="Dateline countries",
    version="1",
    licence="Apache-2.0",
    archive=None,
    sha256=None,
    rows=_rows,
)
