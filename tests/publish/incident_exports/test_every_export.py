"""What holds for every export of incidents."""

from io import BytesIO, StringIO

import pytest
from pyarrow import parquet

from dateline.publish import INCIDENT_EXPORTS
from tests.publish.incident_exports.made import PRIVATE, incidents, shelling, written_bytes

NAMES = INCIDENT_EXPORTS.names()


def words(name, content):
    """Give all that a reader of the file can read."""
    if name == "parquet":
        return str(parquet.read_table(BytesIO(content)).to_pylist())
    return content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_suffix_media_type_and_description_are_set(name):
    export = INCIDENT_EXPORTS[name]

    assert export.suffix.startswith(".")
    assert "/" in export.media_type
    assert export.description


def test_suffixes_tell_exports_apart():
    suffixes = [export.suffix for _, export in INCIDENT_EXPORTS.items()]

    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("part", [*PRIVATE.split(), PRIVATE.upper()])
@pytest.mark.parametrize("name", NAMES)
def test_no_private_name_is_written(name, part):
    assert part not in words(name, written_bytes(name, *incidents()))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_private_is_written(name):
    assert shelling().id in words(name, written_bytes(name, *incidents()))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_incidents_give_the_same_bytes(name):
    assert written_bytes(name, *incidents()) == written_bytes(name, *incidents())


@pytest.mark.parametrize("name", sorted({*NAMES} - {"parquet"}))
def test_incidents_are_written_as_they_come(name):
    stream, lengths = StringIO(), []

    def coming():
        for incident in incidents():
            yield incident
            lengths.append(len(stream.getvalue()))

    INCIDENT_EXPORTS[name].write(coming(), stream)

    assert 0 < lengths[0] < lengths[-1]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("acled", 1),
        ("cameo", 0),
        ("ftm", 0),
        ("ged", 1),
        ("hxl", 2),
        ("jsonl", 0),
        ("plover", 1),
        ("webannotation", 0),
    ],
)
def test_nothing_to_write_leaves_only_the_heading(name, lines):
    assert len(words(name, written_bytes(name)).splitlines()) == lines
