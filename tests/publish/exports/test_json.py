"""JSON Lines: the record itself."""

import json
from io import StringIO

from dateline.publish import EXPORTS, Options
from dateline.records.codec import decode


def written(*records):
    stream = StringIO()
    EXPORTS["json"].write(records, stream, Options())
    return stream.getvalue()


def test_one_report_a_line(record):
    lines = written(record, record).splitlines()

    assert [decode(line) for line in lines] == [record, record]


def test_the_text_stands_beside_the_report(record):
    line = json.loads(written(record))

    assert line["text"] == record.report.text
    assert "text" not in line["report"]
