"""Parquet, read back."""

from datetime import date
from io import BytesIO

import pytest
from pyarrow import parquet

from dateline.publish.incident_columns import FIELDS
from dateline.publish.incident_exports import parquet as export
from tests.publish.incident_exports.made import incidents, shelling, written_bytes


def table(*given):
    return parquet.read_table(BytesIO(written_bytes("parquet", *given)))


@pytest.mark.parametrize("given", [(), incidents()], ids=["none", "many"])
def test_one_row_an_incident_with_every_field(given):
    found = table(*given)

    assert found.num_rows == len(given)
    assert found.schema.names == [field.name for field in FIELDS]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("start", date(2024, 7, 3)),
        ("killed_low", 4.0),
        ("background", False),
        ("origins", 2),
        ("targets", ["market", "civilian"]),
        ("parts", []),
        ("grade_author", None),
    ],
)
def test_values_have_their_types(name, value):
    [row] = table(shelling()).to_pylist()

    assert row[name] == value


def test_a_field_says_by_which_rule_it_is_filled():
    field = table().schema.field("origins")

    assert field.metadata[b"description"] == b"independent origins"


def test_rows_are_written_in_groups(monkeypatch):
    monkeypatch.setattr(export, "_ROWS", 2)

    found = parquet.ParquetFile(BytesIO(written_bytes("parquet", *incidents()[:5])))

    assert found.num_row_groups == 3
