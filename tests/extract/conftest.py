"""What the tests of this room share: a text read up to its mentions, and one coded whole."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.extract.coding import code, find_mentions
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.records import Record, Report

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def _report(text: str, **heading: object) -> Report:
    return Report(id="text", text=text, **({"published": PUBLISHED} | heading))


@pytest.fixture(scope="session")
def reading(parse: Callable[[str], Parse]) -> Callable[..., Reading]:
    """Read a text up to its mentions."""
    return lambda text, **heading: find_mentions(_report(text, **heading), parse(text))


@pytest.fixture(scope="session")
def coded(parse: Callable[[str], Parse]) -> Callable[..., Record]:
    """Code a text published on Wednesday 15 May 2024."""
    return lambda text, **heading: code(_report(text, **heading), parse(text))
