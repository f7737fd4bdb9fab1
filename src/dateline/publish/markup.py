"""XML written with the standard library: what may not stand in XML is left out."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def add(parent: Element, name: str, words: str | None = None, **attributes: str) -> Element:
    """Add an element with words and attributes."""
    element = SubElement(parent, name, {k: legal(v) for k, v in attributes.items()})
    if words is not None:
        element.text = legal(words)
    return element


def legal(words: str) -> str:
    """Take out the characters that XML does not know."""
    return _ILLEGAL.sub("", words)


def document(root: Element) -> bytes:
    """Write a document with its declaration."""
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
