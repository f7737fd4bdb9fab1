"""Input made from scratch by Hypothesis: trees of elements, trees of JSON, tables, texts."""

from typing import Any

import msgspec
from hypothesis import strategies as st

_HOSTILE = st.sampled_from(
    ("", " ", "\x00", "\ud7ff", "\ufeff", "\u202e", "a" * 5_000, "-1", "1e400", "9" * 400, "NaN",
     "2024-01-01", "9999-12-31T23:59:60Z", "0000-00-00", "&amp;", "&#0;", "<", "]]>", "\n" * 50,
     "http://a.invalid/", "javascript:alert(1)", "Rebels shelled Goma on Monday.", "\U0001f4a5")
)  # fmt: skip
_WORDS = st.one_of(_HOSTILE, st.text(max_size=40))
_BARE: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**64), 2**64 - 1),
    st.floats(allow_nan=False, allow_infinity=False), _WORDS,
)  # fmt: skip


def trees(
    tags: tuple[str, ...], names: tuple[str, ...], frame: tuple[str, str]
) -> st.SearchStrategy[bytes]:
    """Make documents of elements within a frame."""
    attributes = st.lists(st.tuples(st.sampled_from(names), _WORDS), max_size=3)
    inner = st.recursive(
        _WORDS,
        lambda below: st.builds(
            _element, st.sampled_from(tags), attributes, st.lists(below, max_size=4)
        ),
        max_leaves=12,
    )
    return st.builds(
        lambda parts: (frame[0] + "".join(parts) + frame[1]).encode("utf-8", "replace"),
        st.lists(inner, max_size=5),
    )


def forms(keys: tuple[str, ...], *, lines: bool = False) -> st.SearchStrategy[bytes]:
    """Make JSON with such keys; ``lines`` is one document a line."""
    named = st.one_of(st.sampled_from(keys), st.text(max_size=5))
    inner = st.recursive(
        _BARE,
        lambda below: st.one_of(st.lists(below, max_size=4), st.dictionaries(named, below)),
        max_leaves=14,
    )
    whole = st.dictionaries(st.sampled_from(keys), inner)
    if lines:
        return st.lists(whole, max_size=4).map(lambda rows: b"\n".join(map(_json, rows)))
    return st.one_of(whole, st.lists(whole, max_size=4), inner).map(_json)


def tables(heads: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Make tables with such columns."""
    rows = st.lists(st.lists(_WORDS, max_size=6), max_size=6)
    return st.builds(
        lambda columns, rows, mark: "\n".join(mark.join(row) for row in (columns, *rows)).encode(
            "utf-8", "replace"
        ),
        st.lists(st.sampled_from(heads), max_size=6),
        rows,
        st.sampled_from(",;\t|"),
    )


def texts() -> st.SearchStrategy[bytes]:
    """Make texts of words and lines, in several encodings."""
    lines = st.lists(_WORDS, max_size=12).map("\n".join)
    letters = st.sampled_from(("utf-8", "utf-16", "cp1252", "cp1251", "utf-32"))
    return st.one_of(
        st.binary(max_size=200),
        st.builds(lambda text, name: text.encode(name, "replace"), lines, letters),
    )


def _element(tag: str, attributes: list[tuple[str, str]], inner: list[str]) -> str:
    told = "".join(f' {name}="{value}"' for name, value in attributes)
    return f"<{tag}{told}>{''.join(inner)}</{tag}>"


def _json(form: Any) -> bytes:
    return msgspec.json.encode(form)
