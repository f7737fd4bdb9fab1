"""XML from strangers: decoded by us, without a document type, never with entities of its own.

A document type can define entities that unfold to gigabytes or name files of this machine, so
it is cut off, and what holds one with definitions is refused before a parser sees it.
"""

import codecs
import re
from html.entities import html5
from typing import Any

from dateline.errors import UnreadableReportError

_DECLARED = re.compile(r"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{2,40})["']""")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
# Others, such as UTF-7, can hide a definition from whoever looks for it.
_ENCODINGS = re.compile(
    r"utf-?8|us-ascii|ascii|iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|koi8-[ru]|"
    r"big5|gb2312|gbk|gb18030|euc-(jp|kr)|shift_jis|iso-2022-jp",
    re.IGNORECASE,
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def xml_text(body: bytes) -> str:
    """Return a document from its first element on; one with definitions is refused."""
    return _without_head(_ILLEGAL.sub("", _decode(body)))  # in this order: a null byte hides a type


def parse(text: str, *, recover: bool = False) -> Any:
    """Parse the text of a document; ``recover`` makes the best of a broken one."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = f"is no XML that can be read: {error}"
        raise UnreadableReportError(message) from error
    if root is None:
        message = "holds no XML element"
        raise UnreadableReportError(message)
    return root


def with_characters(text: str) -> str:
    """Write HTML's names of characters as the characters: feeds use them without right."""
    return _ENTITY.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    name = found[1]
    return found[0] if name in _OF_XML else html5.get(f"{name};", found[0])


def _decode(body: bytes) -> str:
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, errors="replace").removeprefix("\ufeff")
    declared = _DECLARED.match(body[:200].lstrip().decode("latin-1"))
    name = declared[1] if declared else "utf-8"
    if not _ENCODINGS.fullmatch(name):
        message = f"says it is written in {name!r}, which no feed is"
        raise UnreadableReportError(message, encoding=name)
    try:
        return body.decode(name)
    except (UnicodeDecodeError, LookupError):
        return body.decode("utf-8", errors="replace")


def _without_head(text: str) -> str:
    """Cut off all that stands before the first element."""
    at = 0
    while True:
        at = _past_spaces(text, at)
        if text.startswith("<!--", at):
            at = _past(text, at, "-->")
        elif text.startswith("<?", at):
            at = _past(text, at, "?>")
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            at = _past_type(text, at)
        else:
            return text[at:]


def _past_type(text: str, at: int) -> int:
    end = _past(text, at, ">")
    if "[" in text[at:end]:
        message = "holds a document type with definitions of its own, which can do harm; not read"
        raise UnreadableReportError(message)
    return end


def _past(text: str, at: int, closing: str) -> int:
    end = text.find(closing, at)
    if end < 0:
        message = "is no XML that can be read: it ends before its first element"
        raise UnreadableReportError(message)
    return end + len(closing)


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
