"""Write the pages of the documentation that follow from the program: run by `make format`."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.knowledge.ontology import TYPES, Kind, kinds
from dateline.publish.columns import COLUMNS, RADIUS_KM
from dateline.publish.incident_columns import FIELDS
from dateline.publish.incident_exports import acled, cameo, ged, hxl, plover
from dateline.records.codec import schema

DOCS = Path(__file__).parent.parent / "docs"
_NOTE = "<!-- Made by tools/pages.py; change the data it is made from. -->\n"


def pages() -> dict[Path, str]:
    """Map the path of each generated page to what it must say."""
    return {
        DOCS / "codebook.md": _codebook(),
        DOCS / "exports" / "columns.md": _columns(),
        DOCS / "exports" / "record.schema.json": json.dumps(schema(), indent=2) + "\n",
    } | dict(_incident_columns())


def _codebook() -> str:
    lines = [_NOTE, "# The codebook", "", _WHAT_THE_CODEBOOK_IS]
    for name in TYPES:
        lines += [f"## {name}", ""]
        for key, kind in kinds().items():
            if kind.type == name:
                lines += _kind(key, kind)
    return "\n".join(lines)


def _kind(name: str, kind: Kind) -> Iterator[str]:
    yield f"### {name}\n"
    yield f"{kind.definition} ACLED: {kind.acled}. CAMEO: {kind.cameo}.\n"
    yield from (f"- {example}" for example in kind.matches)
    if kind.misses:
        yield "\nBut not:\n"
        yield from (f"- {example}" for example in kind.misses)
    yield ""


def _columns() -> str:
    lines = [_NOTE, "# Columns", "", _WHAT_COLUMNS_ARE, "| column | holds |", "|---|---|"]
    lines += [f"| `{column.name}` | {column.meaning} |" for column in COLUMNS]
    lines += ["", "## Radius", "", _WHAT_THE_RADIUS_IS, "| precision | kilometres |", "|---|---|"]
    lines += [f"| {precision} | {radius} |" for precision, radius in RADIUS_KM.items()]
    return "\n".join([*lines, ""])


def _incident_columns() -> Iterator[tuple[Path, str]]:
    """Say for each column of each export of incidents by which rule it is filled."""
    folder = DOCS / "incident-exports"
    for module in (acled, cameo, ged, plover):
        name = module.__name__.rsplit(".", 1)[1]
        rows = ((f"`{c.name}`", c.rule) for c in module.COLUMNS)
        yield folder / f"{name}-columns.md", _table(name, ("column", "rule"), rows)
    tagged = ((f"`{c.name}`", f"`{c.tag}`", c.rule) for c in hxl.COLUMNS)
    yield folder / "hxl-columns.md", _table("hxl", ("column", "hashtag", "rule"), tagged)
    typed = ((f"`{f.name}`", f.type, f.rule) for f in FIELDS)
    yield folder / "fields.md", _table("geojson and parquet", ("field", "type", "rule"), typed)


def _table(name: str, heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [_NOTE, f"# Columns of {name}", ""]
    lines += [f"| {' | '.join(cells)} |" for cells in (heading, ["---"] * len(heading), *rows)]
    return "\n".join([*lines, ""])


_WHAT_THE_CODEBOOK_IS = """\
Every event has one of sixteen types, those of PLOVER, and a kind, which is finer. The kind decides
the sub-event type of ACLED and the root code of CAMEO. Below each kind stand sentences in which it
is found, and some in which it is not although a word of it is there; all of them run as tests.
`dateline codes KIND` shows the same with the triggers.
"""
_WHAT_COLUMNS_ARE = """\
The flat form of an event, as the CSV export and the properties of the GeoJSON export have it.
Lists are separated by semicolons. What a report does not tell is left empty.
"""
_WHAT_THE_RADIUS_IS = """\
An event's point is exact only as far as the report is: a strike on "the Kherson region" is put at
one point of it. The radius says how far from the point it may have been, by precision.
"""


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
