"""The situation report as a PDF, set by typst: the same content and pictures as the HTML."""

from pathlib import Path

import msgspec

from dateline.knowledge.families import FAMILIES
from dateline.publish.sitrep.contents import Sitrep
from dateline.publish.sitrep.html import is_address

_TEMPLATE = Path(__file__).parent / "template.typ"


def as_pdf(report: Sitrep) -> bytes:
    """Set the report; whatever comes from outside goes in as data, never as markup."""
    import typst

    given = {
        "report": report,
        "colours": {family.name: family.colour for family in FAMILIES},
        "linked": [bool(source.url and is_address(source.url)) for source in report.sources],
    }
    inputs = {"given": msgspec.json.encode(given).decode()}
    # Outside the template's folder typst reads nothing; no package is fetched.
    written = typst.compile(_TEMPLATE, root=_TEMPLATE.parent, format="pdf", sys_inputs=inputs)
    return bytes(written)
