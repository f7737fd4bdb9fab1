"""The situation report as one HTML file that asks for nothing: no scripts, no other files."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from dateline.publish.sitrep.contents import Sitrep
from dateline.publish.sitrep.marks import grade_mark

_HERE = Path(__file__).parent
_LINKED = ("http://", "https://")


def as_html(report: Sitrep) -> str:
    """Write the report; whatever comes from outside is escaped by the template."""
    return _template().render(report=report)


def is_address(url: str) -> bool:
    """Tell whether an address may be a link: of the web, and nothing that runs."""
    return url.lower().startswith(_LINKED)


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["style"] = (_HERE / "style.css").read_text(encoding="utf-8")
    environment.globals["grade_mark"] = grade_mark
    environment.tests["address"] = is_address
    return environment.get_template("template.html")
