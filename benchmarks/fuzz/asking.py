"""Requests made from the API's own description, sound and unsound."""

import json
from collections.abc import Callable
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from benchmarks.fuzz.asgi import Sent
from benchmarks.fuzz.breaking import broken

# What a name stands for wherever it is asked for; ids are those of what is in the record.
_KNOWN = {
    "box": ("20,-20,45,50", "-180,-90,180,90", "44,30,50,40"),
    "near": ("-11.9,40.5", "0,0", "90,180"),
    "place": ("Mozambique", "Macomia", "Cabo Delgado", "MOZ"),
    "from": ("2024-05-01", "2024-05-10", "2023-01-01T00:00:00Z"),
    "to": ("2024-05-31", "2024-06-03", "2030-12-31"),
    "radius": ("50", "1", "20000"),
    "format": ("csv", "geojson", "jsonl", "parquet", "hxl", "acled", "json"),
    "view": ("20,-20,45,50", "0,0,1,1"),
    "zoom": ("0", "5", "12.5", "22"),
    "url": ("http://127.0.0.1:1/x", "http://10.0.0.1/", "http://a.invalid/feed", "http://[::1]/"),
    "kind": ("intervals", "cap", "alerts-in-ua", "ukrainealarm"),
    "channel": ("feed", "webhook", "email", "browser"),
    "published": ("2024-05-11", "2024-05-32"),
    "order": ("date", "-date", "dead", "newest"),
    "text": ("Rebels shelled Goma on Monday, killing four people, officials said.",),
}  # fmt: skip
_HOSTILE: tuple[Any, ...] = (
    "", " ", "0", "-1", "1e999", "NaN", "inf", "9" * 30, "9" * 400, "null", "true", "[]", "{}",
    "\x00", "\ud800", "\U0001f4a5", "a" * 3000, "' OR 1=1 --", '"', "%", "_", "*", "a OR b",
    "NEAR(", '"a', "../..", "<script>", "0001-01-01", "9999-12-31", "2024-02-30",
    "2024-05-01T25:00", "12:00", "1,2", "1,2,3,4,5", "nan,nan", "180,90,-180,-90", ",,,",
    "á\u0301" * 40, "\u202e", "\n", "ß" * 200, "-0", "1.5", "٣",
)  # fmt: skip
_BARE: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**63, 2**64, -(2**63) - 1, 10**40, 1.5, -1e308, [], {},
    [None], [[]], {"a": 1}, {"": {"": []}},
)  # fmt: skip
_DEPTH = 5
_OFTEN, _SELDOM, _RARELY = 0.5, 0.12, 0.04


class Asker:
    """Makes requests; ``ids`` are what is there, by the first word of a path."""

    def __init__(self, description: dict[str, Any], ids: dict[str, tuple[str, ...]]) -> None:
        """Take the description of the API."""
        self._parts = description["components"]["schemas"]
        self._ids = ids
        self._ways = [
            (method, path, way)
            for path, ways in description["paths"].items()
            for method, way in ways.items()
        ]

    def request(self, chance: Random, credentials: str) -> Sent:
        """Make one request."""
        method, path, way = chance.choice(self._ways)
        pairs, headers, told = self._parameters(chance, way, path)
        media_type, body = self._body(chance, way)
        if chance.random() > _RARELY:
            headers.append((b"authorization", f"Bearer {credentials}".encode()))
        if media_type:
            headers.append((b"content-type", media_type.encode()))
        if chance.random() < _RARELY:
            method = chance.choice(("get", "post", "put", "patch", "delete", "head", "options"))
        return Sent(
            method=method.upper(),
            path=_path(path, told),
            query=_encoded(pairs, chance),
            headers=tuple(headers),
            body=body,
        )

    def _parameters(
        self, chance: Random, way: dict[str, Any], path: str
    ) -> tuple[list[tuple[str, str]], list[tuple[bytes, bytes]], dict[str, str]]:
        pairs: list[tuple[str, str]] = []
        headers: list[tuple[bytes, bytes]] = []
        told: dict[str, str] = {}
        for parameter in way.get("parameters", ()):
            name, where = parameter["name"], parameter["in"]
            if where != "path" and chance.random() > 0.3:  # noqa: PLR2004
                continue
            value = _worded(self._named(chance, name, parameter.get("schema", {}), path))
            if where == "query":
                pairs += [(name, value)] * (2 if chance.random() < _RARELY else 1)
            elif where == "path":
                told[name] = value
            else:
                headers.append((name.lower().encode(), value.encode("utf-8", "replace")[:4000]))
        if chance.random() < _RARELY:
            pairs.append((chance.choice(("x", "", "limit", "cursor")), chance.choice(_HOSTILE)))
        return pairs, headers, told

    def _body(self, chance: Random, way: dict[str, Any]) -> tuple[str, bytes]:
        content = way.get("requestBody", {}).get("content", {})
        if not content:
            return "", b""
        media_type = chance.choice(list(content))
        form = self._value(chance, content[media_type].get("schema", {}), "", 0)
        if media_type != "application/json":
            return _uploaded(chance, self._ids["upload"])
        raw = json.dumps(form, ensure_ascii=chance.random() < _OFTEN).encode("utf-8", "replace")
        if chance.random() < _SELDOM:
            raw = broken(chance, [raw], ())
        return chance.choice((*[media_type] * 20, "text/plain", "application/xml", "")), raw

    def _named(self, chance: Random, name: str, schema: dict[str, Any], path: str = "") -> Any:
        """Choose what a name stands for: most often something that is known."""
        ids = self._ids.get(path.removeprefix("/api/v1/").partition("/")[0])
        if name in ("id", "report_id", "other", "incident", "left", "right") and ids:
            known: tuple[str, ...] = ids
        else:
            known = _KNOWN.get(name, ())
        if known and chance.random() > _SELDOM * 2:
            return chance.choice(known)
        return self._value(chance, schema, name, 0)

    def _value(self, chance: Random, schema: dict[str, Any], name: str, depth: int) -> Any:  # noqa: PLR0911  one line a sort
        """Make a value of a schema, or now and then of none."""
        if chance.random() < _SELDOM or depth > _DEPTH:
            return chance.choice((*_HOSTILE, *_BARE))
        if "$ref" in schema:
            return self._value(chance, self._parts[schema["$ref"].rpartition("/")[2]], name, depth)
        for one_of in ("anyOf", "oneOf", "allOf"):
            if one_of in schema:
                return self._value(chance, chance.choice(schema[one_of]), name, depth)
        if "enum" in schema or "const" in schema:
            return chance.choice(schema.get("enum") or [schema["const"]])
        if schema.get("type") == "object" or "properties" in schema:
            return self._object(chance, schema, depth)
        if schema.get("type") == "array":
            many = chance.choice((0, 1, 2, 5, 200 if depth == 1 else 3))
            return [
                self._value(chance, schema.get("items", {}), "", depth + 1) for _ in range(many)
            ]
        return self._plain(chance, schema, name)

    def _object(self, chance: Random, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        needed = schema.get("required", ())
        made = {
            name: self._named(chance, name, part)
            if depth < 2 and name in _KNOWN  # noqa: PLR2004
            else self._value(chance, part, name, depth + 1)
            for name, part in schema.get("properties", {}).items()
            if chance.random() < (1 - _RARELY if name in needed else _OFTEN)
        }
        if chance.random() < _RARELY:
            made[chance.choice(("x", "id", "__class__"))] = chance.choice(_BARE)
        return made

    def _plain(self, chance: Random, schema: dict[str, Any], name: str) -> Any:
        makers: dict[str, Callable[[], Any]] = {
            "integer": lambda: chance.choice((0, 1, 2, 7, 100, 1000, schema.get("maximum", 5))),
            "number": lambda: chance.choice((0.0, 1.5, -90.0, 12.25, 1e6)),
            "boolean": lambda: chance.choice((True, False)),
            "null": lambda: None,
        }
        kind = schema.get("type", "string")
        if kind in makers:
            return makers[kind]()
        if schema.get("format") in ("date", "date-time"):
            return chance.choice(_KNOWN["from"])
        every = [value for ids in self._ids.values() for value in ids[:3]]
        return chance.choice((*_KNOWN.get(name, ()), "word", "two words", *every, *_HOSTILE))


def _worded(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _path(path: str, told: dict[str, str]) -> str:
    for name, value in told.items():
        path = path.replace(f"{{{name}}}", quote(value.encode("utf-8", "replace"), safe=""))
    return path


def _encoded(pairs: list[tuple[str, str]], chance: Random) -> bytes:
    """Write a query, broken now and then; servers pass on nothing but printable ASCII."""
    raw = urlencode(pairs, errors="replace").encode()
    if chance.random() < _RARELY:
        raw = broken(chance, [raw], ())[:8000]
    return quote(raw, safe="!$&'()*+,-./:;=?@_~%").encode()


def _uploaded(chance: Random, files: tuple[str, ...]) -> tuple[str, bytes]:
    """Make a form with files, broken now and then in its own form."""
    mark = chance.choice(("b", "-" * 60, "a" * 70))
    field = chance.choice(("file", "files", "files", "text", ""))
    parts = b""
    for _ in range(chance.choice((0, 1, 1, 1, 2))):
        name = chance.choice(("a.txt", "b.html", "c.jsonl", "../x", "", "a" * 300, "\u202etxt.exe"))
        raw = broken(chance, [file.encode("latin-1") for file in files], ())[:20_000]
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"'
        parts += head.encode() + b"\r\nContent-Type: text/plain\r\n\r\n" + raw + b"\r\n"
    parts += f"--{mark}--\r\n".encode()
    if chance.random() < _SELDOM:
        parts = broken(chance, [parts], ())
    return f"multipart/form-data; boundary={mark}", parts
