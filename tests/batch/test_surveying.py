import io
import zlib
from hashlib import sha256

import pyarrow as pa
import pytest
from pyarrow import parquet

from dateline.batch import looking
from dateline.batch.items import items
from dateline.batch.shard import Shard
from dateline.batch.surveying import survey
from dateline.ingest import ReadOptions, read, read_paths
from dateline.records import Rejection
from tests.batch.made import archive, columns, crawl, forms, jsonl, lines, page

MADE = forms(40)


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """Let a shard be as small as a few reports."""
    monkeypatch.setattr("dateline.batch.surveying._LEAST", 2_000)
    monkeypatch.setattr("dateline.batch.surveying._MOST", 2_000)


def found(*paths):
    """Read all items of all shards."""
    looked = survey(tuple(map(str, paths)))
    read_ = [
        report
        for shard in looked.shards
        for _, item in items(shard, ReadOptions())
        for report in item.read(ReadOptions())
    ]
    return looked, read_


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "a.jsonl.zst"])
def test_lines_are_read_as_the_whole_file_is(tmp_path, name):
    path = jsonl(tmp_path / name, MADE)
    plain = jsonl(tmp_path / "plain" if "plain" in name else tmp_path / "whole.jsonl", MADE)

    looked, reports = found(path)

    assert len(looked.shards) > 3
    assert [r.id for r in reports] == [r.id for r in read(plain)]
    assert [r.source for r in reports] == [f"{path}:{n}" for n in range(1, 41)]


def test_lines_without_an_id_get_the_one_of_their_number_in_the_file(tmp_path):
    path = tmp_path / "wire.jsonl"
    path.write_bytes(lines([{"text": form["text"]} for form in MADE]))

    _, reports = found(path)

    assert reports == list(read_paths([str(path)]))


def test_blank_and_broken_lines_count_as_lines(tmp_path):
    path = tmp_path / "wire.jsonl"
    path.write_bytes(b"\n\n{broken\n" + lines(MADE[:20]) + b"{}\n\n" + lines(MADE[20:]))

    looked, reports = found(path)

    assert len(looked.shards) > 3
    assert reports == list(read_paths([str(path)]))
    assert sum(isinstance(report, Rejection) for report in reports) == 2


def test_an_object_over_several_lines_stays_whole(tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text('{\n "text": "Rebels shelled Goma on Monday, killing two people."\n}\n')

    _, reports = found(path)

    assert reports == list(read_paths([str(path)]))


@pytest.mark.parametrize("rows", [7, 1000])
def test_rows_of_parquet_are_read_as_lines_are(tmp_path, rows):
    path = columns(tmp_path / "a.parquet", MADE, row_group_size=rows)
    whole = list(read(jsonl(tmp_path / "a.jsonl", MADE)))

    looked, reports = found(path)

    assert len(looked.shards) > 3
    assert [(r.id, r.text, r.published, r.url, r.publisher) for r in reports] == [
        (r.id, r.text, r.published, r.url, r.publisher) for r in whole
    ]


def test_parquet_without_a_text_says_which_columns_it_wants(tmp_path):
    parquet.write_table(pa.table({"words": ["a"]}), tmp_path / "a.parquet")

    looked, _ = found(tmp_path / "a.parquet")

    assert looked.rejections[0].reason == "has no column named text, maintext, content or body"


def test_pages_of_a_crawl_have_the_address_they_were_fetched_from(tmp_path):
    path = crawl(tmp_path / "news.warc.gz", MADE)

    looked, reports = found(path)

    assert len(looked.shards) > 3
    assert [r.url for r in reports] == [form["report"]["url"] for form in MADE]
    assert [r.published.isoformat() for r in reports] == [f["report"]["published"] for f in MADE]
    assert len({r.id for r in reports}) == len(MADE)


def test_a_crawl_that_breaks_off_is_read_up_to_there(tmp_path):
    path = crawl(tmp_path / "news.warc.gz", MADE, broken=b"\x1f\x8b\x08\x00 no gzip at all")

    looked, reports = found(path)

    assert [r.url for r in reports] == [form["report"]["url"] for form in MADE]
    assert [r.reason.partition(":")[0] for r in looked.rejections] == ["breaks off"]


@pytest.mark.parametrize("lost", [10, 100, 1000])
def test_packed_lines_that_break_off_are_read_up_to_there(tmp_path, lost):
    made = forms(2_000)
    path = jsonl(tmp_path / "a.jsonl.gz", made)
    path.write_bytes(path.read_bytes()[:-lost])

    looked, reports = found(path)

    assert 1_000 < len(reports) <= 2_000
    assert [r.id for r in reports] == [form["report"]["id"] for form in made[: len(reports)]]
    assert [r.reason.partition(":")[0] for r in looked.rejections] == ["breaks off"]


def test_a_group_of_rows_that_is_broken_costs_no_other_file(tmp_path):
    path = columns(tmp_path / "a.parquet", MADE, row_group_size=1000, compression="zstd")
    content = bytearray(path.read_bytes())
    content[100:2_000] = bytes(1_900)
    path.write_bytes(content)
    jsonl(tmp_path / "b.jsonl", MADE)

    _, reports = found(tmp_path)
    refused = [report for report in reports if isinstance(report, Rejection)]

    assert {rejection.source for rejection in refused} == {str(path)}
    assert len(reports) - len(refused) == len(MADE)


def test_an_archive_holds_all_kinds_of_files(tmp_path):
    files = {
        "b/lines.jsonl": lines(MADE[:20]),
        "a/page.html": page(MADE[20]),
        "a/note.txt": MADE[21]["text"].encode(),
        "a/picture.png": b"\x89PNG",
        ".hidden": b"no",
        "c.jsonl.gz": zlib.compress(lines(MADE[22:30]), wbits=31),
    }

    looked, reports = found(archive(tmp_path / "a.zip", files))

    assert [r.source for r in looked.rejections] == [f"{tmp_path}/a.zip/a/picture.png"]
    assert len(reports) == 30
    assert reports[0].source == f"{tmp_path}/a.zip/a/note.txt"
    assert reports[-1].source == f"{tmp_path}/a.zip/c.jsonl.gz:8"


def test_a_file_of_an_archive_that_is_damaged_costs_no_other(tmp_path):
    files = {f"{n:02}.txt": form["text"].encode() for n, form in enumerate(MADE[:20])}
    path = archive(tmp_path / "a.zip", files)
    content = bytearray(path.read_bytes())
    content[40:60] = bytes(20)
    path.write_bytes(content)

    _, reports = found(path)

    refused = [report for report in reports if isinstance(report, Rejection)]
    assert [(one.source, one.reason[:10]) for one in refused] == [(f"{path}/00.txt", "breaks off")]
    assert len(reports) == 20


def test_ways_of_packing_that_nobody_knows_are_told(tmp_path):
    path = archive(
        tmp_path / "a.zip", {"a.txt": b"Shells hit Goma.", "b.txt": b"Shells hit Bunia."}
    )
    content = path.read_bytes()
    at = content.index(b"PK\x01\x02") + 10
    path.write_bytes(content[:at] + b"\x61\x00" + content[at + 2 :])

    looked, reports = found(path)

    told = [*looked.rejections, *(one for one in reports if isinstance(one, Rejection))]
    assert [(one.source, one.reason) for one in told] == [
        (f"{path}/a.txt", "cannot be unpacked: That compression method is not supported")
    ]
    assert len(reports) == 2


def test_files_of_an_archive_that_overlap_are_refused(tmp_path):
    path = archive(tmp_path / "a.zip", {"a.txt": b"Shells hit Goma."})
    content = path.read_bytes()
    at = content.index(b"PK\x01\x02") + 20
    path.write_bytes(content[:at] + (2**24).to_bytes(4, "little") + content[at + 4 :])

    looked, reports = found(path)

    assert [one.reason for one in looked.rejections] == [
        "its files overlap, as only archives have that are made to do harm"
    ]
    assert reports == []


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_what_unpacks_to_far_more_than_it_is_is_read_up_to_a_hundred_times(tmp_path, name):
    path = tmp_path / name
    lines_ = b"{}\n" * 1_000_000
    packed = (
        zlib.compress(lines_, wbits=31)
        if name.endswith("gz")
        else pa.compress(lines_, "zstd", asbytes=True)
    )
    path.write_bytes(packed)

    looked, reports = found(path)

    assert [one.reason for one in looked.rejections] == [
        "unpacks to more than 100 times its size; not read beyond that"
    ]
    assert len(reports) <= max(2**18, 100 * len(packed)) // 3


def test_a_file_of_an_archive_that_swells_is_refused(tmp_path):
    path = archive(tmp_path / "a.zip", {"a.txt": b"a" * 3_000_000, "b.jsonl": b"\n" * 3_000_000})

    looked, reports = found(path)
    told = [*looked.rejections, *reports]

    assert sorted((one.source, one.reason) for one in told) == [
        (f"{path}/{name}", "unpacks to more than 100 times its size; not read beyond that")
        for name in ("a.txt", "b.jsonl")
    ]


def test_parquet_that_claims_more_rows_than_it_can_have_is_refused(tmp_path):
    text = pa.array([None], pa.string()).take(pa.array([0] * 3_000_000))
    parquet.write_table(pa.table({"text": text}), tmp_path / "a.parquet", compression="zstd")

    looked, reports = found(tmp_path / "a.parquet")

    assert looked.rejections[0].reason.startswith("unpacks to more than 100 times its size")
    assert (looked.shards, reports) == ((), [])


def test_parquet_and_crawls_inside_an_archive_are_read_as_they_are_outside(tmp_path):
    files = {
        "a.parquet": columns(tmp_path / "a.parquet", MADE[:20]).read_bytes(),
        "b.warc.gz": crawl(tmp_path / "b.warc.gz", MADE[20:]).read_bytes(),
    }

    _, reports = found(archive(tmp_path / "a.zip", files))

    assert [report.url for report in reports] == [form["report"]["url"] for form in MADE]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.warc.gz", "a.parquet", "a.zip"])
def test_the_digest_of_an_input_is_that_of_its_bytes(tmp_path, name):
    path = tmp_path / name
    make = {"a.warc.gz": crawl, "a.parquet": columns}.get(name, jsonl)
    if name == "a.zip":
        archive(path, {"b.jsonl": lines(MADE[:20]), "a.jsonl": lines(MADE[20:])})
    else:
        make(path, MADE)

    [told] = survey((str(path),)).inputs

    assert (told.size, told.sha256) == (path.stat().st_size, sha256(path.read_bytes()).hexdigest())


def test_a_file_of_lines_is_read_once(tmp_path, monkeypatch):
    path = jsonl(tmp_path / "a.jsonl.gz", forms(2_000))
    taken = []

    class Counted(io.FileIO):
        def read(self, size=-1):
            found = super().read(size)
            taken.append(len(found))
            return found

    monkeypatch.setattr(looking, "raw", Counted)
    survey((str(path),))

    assert sum(taken) == path.stat().st_size


def test_a_folder_is_walked_as_read_walks_it(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "page.html").write_bytes(page(MADE[0]))
    (tmp_path / "a.txt").write_text(MADE[1]["text"])
    (tmp_path / ".hidden.txt").write_text(MADE[1]["text"])
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    jsonl(tmp_path / "lines.jsonl", MADE[2:20])

    looked, reports = found(tmp_path)
    whole = list(read_paths([str(tmp_path)]))

    assert reports == [one for one in whole if not isinstance(one, Rejection)]
    assert [one.source for one in looked.rejections] == [f"{tmp_path}/c.pdf"]


def test_small_files_are_put_together(tmp_path):
    for number, form in enumerate(MADE):
        (tmp_path / f"{number:02}.txt").write_text(form["text"])

    looked, reports = found(tmp_path)

    assert len(reports) == 40
    assert 1 < len(looked.shards) < 10


def test_what_is_not_there_is_a_rejection(tmp_path):
    looked, _ = found(tmp_path / "none.jsonl")

    assert looked.rejections[0].reason == "cannot be opened: No such file or directory"


def test_addresses_are_read_as_files_are():
    import fsspec

    with fsspec.open("memory://news/2024/a.jsonl", "wb") as stream:
        stream.write(lines(MADE[:20]))
    with fsspec.open("memory://news/2025/b.jsonl", "wb") as stream:
        stream.write(lines(MADE[20:]))

    _, folder = found("memory://news")
    _, pattern = found("memory://news/*/b.jsonl")

    assert [report.id for report in folder] == [form["report"]["id"] for form in MADE]
    assert [report.id for report in pattern] == [form["report"]["id"] for form in MADE[20:]]


def test_the_same_files_give_the_same_shards(tmp_path):
    path = jsonl(tmp_path / "a.jsonl", MADE)

    assert survey((str(path),)) == survey((str(path),))


def test_a_shard_can_be_read_by_itself(tmp_path):
    looked = survey((str(jsonl(tmp_path / "a.jsonl", MADE)),))
    last: Shard = looked.shards[-1]

    assert next(n for n, _ in items(last, ReadOptions())) == 0
    assert last.pieces[0].number > 1
