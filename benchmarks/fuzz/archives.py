"""Files that hold many reports, as ``dateline batch`` reads them: WARC, Parquet, ZIP, lines."""

import gzip
import io
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.fuzz import seeds
from benchmarks.fuzz.target import Target
from dateline.batch.items import items
from dateline.batch.surveying import survey
from dateline.ingest import ReadOptions

_WARC = """WARC/1.0\r
WARC-Type: response\r
WARC-Target-URI: http://a.invalid/1\r
WARC-Date: 2025-01-27T10:00:00Z\r
WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r
Content-Type: application/http; msgtype=response\r
Content-Length: {length}\r
\r
{answer}\r
\r
"""
_ANSWER = (
    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{}"
)
_WORDS = (
    b"WARC/1.0\r\n", b"Content-Length: ", b"99999999999", b"-1", b"HTTP/1.1 200 OK\r\n",
    b"\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"PAR1", b"PK\x03\x04",
    b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b\x08\x00", b"\x28\xb5\x2f\xfd",
)  # fmt: skip


def targets(folder: Path) -> tuple[Target, ...]:
    """List the sorts of files, each with sound ones; cases are written into a folder."""
    [page] = seeds.sound("page.html")
    lines = b"\n".join(seeds.lines()[:4])
    warc = _warc(page) * 2
    given = {
        "a.warc": (warc,),
        "a.warc.gz": (gzip.compress(_warc(page)) * 2,),
        "a.parquet": (_parquet(), _parquet(compression="zstd"), _parquet(compression="none")),
        "a.zip": (
            _zip({"a.html": page, "b/c.jsonl": lines, "d.jsonl.gz": gzip.compress(lines)}),
            _zip({"a.txt": b"a" * 3_000_000}),
        ),
        "a.jsonl.gz": (gzip.compress(lines),),
    }
    return tuple(
        Target(name=name, share=2, seeds=sound, run=partial(_read, folder / name), words=_WORDS)
        for name, sound in given.items()
    )


def _read(path: Path, raw: bytes) -> None:
    """Cut a file to shards, and read all that is in them."""
    path.write_bytes(raw)
    options = ReadOptions()
    for shard in survey((str(path),)).shards:
        for _, item in items(shard, options):
            for _found in item.read(options):
                pass


def _warc(page: bytes) -> bytes:
    text = page.decode()
    answer = _ANSWER.format(len(page), text)
    return _WARC.format(length=len(answer.encode()), answer=answer).encode()


def _parquet(**options: Any) -> bytes:
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    text = "Rebels shelled the town of Goma on Monday, killing four people, officials said."
    rows = [{"text": text, "id": f"r{n}", "title": None, "date": "2025-01-27"} for n in range(20)]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), out, row_group_size=7, **options)
    return out.getvalue()


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()
