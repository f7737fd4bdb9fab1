"""What holds for every export."""

from io import StringIO

import pytest

from dateline.publish import EXPORTS, Options


@pytest.mark.parametrize("name", EXPORTS.names())
def test_suffix_and_media_type_are_set(name):
    export = EXPORTS[name]

    assert export.suffix.startswith(".")
    assert "/" in export.media_type


def test_suffixes_tell_exports_apart():
    suffixes = [export.suffix for _, export in EXPORTS.items()]

    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", EXPORTS.names())
def test_records_are_written_as_they_come(name, record):
    stream = StringIO()
    lengths = []

    def records():
        for _ in range(3):
            yield record
            lengths.append(len(stream.getvalue()))

    EXPORTS[name].write(records(), stream, Options(width=80))

    assert 0 < lengths[0] < lengths[1] < lengths[2]


@pytest.mark.parametrize("name", EXPORTS.names())
def test_the_same_records_give_the_same_bytes(name, record):
    streams = [StringIO(), StringIO()]
    for stream in streams:
        EXPORTS[name].write([record], stream, Options(width=80, evidence=True))

    assert streams[0].getvalue() == streams[1].getvalue()
