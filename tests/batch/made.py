"""Archives of short synthetic reports, in every form that ``dateline batch`` reads."""

import gzip
import io
import json
import zipfile
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pyarrow as pa
from pyarrow import parquet

TOWNS = ("Goma", "Kharkiv", "Mocimboa da Praia", "Sumy", "Bunia", "Maiduguri", "Marib", "Homs")
WORDS = (
    "Rebels shelled {town} on {day}, killing {dead} people, the mayor said. A clinic was hit.",
    "Shells fired by rebels hit {town} on {day} and killed {dead} people, the mayor said.",
    "An air strike on {town} killed {dead} people on {day}, residents said by telephone.",
    "The football club of {town} won its match on {day} by {dead} goals to one.",
)
FIRST = date(2024, 10, 28)


def forms(count: int) -> list[dict]:
    """Make so many reports: each happening is told twice, then come another and a match."""
    made = []
    for number in range(count):
        town = TOWNS[number // len(WORDS) % len(TOWNS)]
        day = FIRST + timedelta(days=number // len(WORDS))
        words = WORDS[number % len(WORDS)]
        text = words.format(town=town, day=f"{day:%A}", dead=2 + number // len(WORDS) % 7)
        heading = {
            "id": f"r{number:04}",
            "title": f"News of {town}",
            "publisher": f"Paper {number % 3}",
            "published": str(day),
            "language": "en",
            "url": f"https://paper.example/{number}",
        }
        made.append({"report": heading, "text": f"{text} Synthetic report {number}."})
    return made


def lines(made: list[dict]) -> bytes:
    """Write reports as JSON Lines."""
    return b"".join(json.dumps(form).encode() + b"\n" for form in made)


def jsonl(path: Path, made: list[dict]) -> Path:
    """Write a file of JSON Lines, packed as its suffix says."""
    content = lines(made)
    if path.suffix == ".gz":
        content = gzip.compress(content, mtime=0)
    elif path.suffix == ".zst":
        content = pa.compress(content, "zstd", asbytes=True)
    path.write_bytes(content)
    return path


def columns(path: Path, made: list[dict], **options) -> Path:
    """Write a Parquet file with a column for each field."""
    rows = [form["report"] | {"text": form["text"]} for form in made]
    table = pa.Table.from_pylist(rows)
    published = pa.array([date.fromisoformat(row["published"]) for row in rows])
    index = table.column_names.index("published")
    parquet.write_table(table.set_column(index, "published", published), path, **options)
    return path


def archive(path: Path, files: dict[str, bytes]) -> Path:
    """Write a ZIP archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as held:
        for name, content in files.items():
            held.writestr(name, content)
    return path


def page(form: dict) -> bytes:
    """Write a report as a page of a newspaper."""
    head = form["report"]
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{head["title"]}</title>'
        f'<meta property="article:published_time" content="{head["published"]}T08:00:00Z"></head>'
        f"<body><article><h1>{head['title']}</h1><p>{form['text']}</p></article></body></html>"
    ).encode()


def crawl(path: Path, made: list[dict], *, broken: bytes = b"") -> Path:
    """Write a WARC of pages, among what else a crawl finds."""
    stream = io.BytesIO()
    for number, form in enumerate(made):
        address = form["report"]["url"]
        _kept(stream, address, b"HTTP/1.1 200 OK", "text/html; charset=utf-8", page(form))
        if number % 3 == 0:
            _kept(stream, f"{address}.png", b"HTTP/1.1 200 OK", "image/png", b"\x89PNG")
            _kept(stream, f"{address}/gone", b"HTTP/1.1 404 Not Found", "text/html", b"<p>No.</p>")
    path.write_bytes(stream.getvalue() + broken)
    return path


def _kept(stream: io.BytesIO, address: str, status: bytes, media_type: str, body: bytes) -> None:
    answer = status + b"\r\nContent-Type: " + media_type.encode() + b"\r\n\r\n" + body
    heading = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-10-29T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, address)}>\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    stream.write(gzip.compress(heading.encode() + answer + b"\r\n\r\n", mtime=0))
