"""Bytes into text: the encoding found, binary files named and refused, mojibake undone."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from dateline.errors import UnreadableReportError

# The first bytes of files that are no text, and what to call them.
_MAGIC = (
    (b"%PDF", "a PDF file; save its text first"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save it as plain text or HTML"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as plain text"),
    (b"{\\rtf", "an RTF document; save it as plain text"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film file"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Tried in this order where a file is not UTF-8; the first of those that fit best is taken.
_OLD_ENCODINGS = ("cp1252", "cp1251", "cp1250", "iso8859-2", "cp1254", "koi8-r", "latin-1")
_JUDGED = 500_000  # bytes by which an old encoding is told; seven times all of a file is too much
_MOST_CONTROLS = 0.001  # share; a stray form feed or escape is harmless, more means a binary file
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# UTF-8 read as Windows-1252 or Latin-1: a lead byte's letter, then its continuation bytes.
_MOJIBAKE = re.compile(
    "[ÂÃ][\u0080-\u00bf]|â[\u0080€][\u0080-\u00bf‘’“”•–—˜™š›œžŸ¦…†‡ˆ‰‹Œ]|[ÐÑ][\u0080-\u00bf‘’“”•–—„…†‡ˆ‰Š‹Œ]"
)
_LEADS = "ÂÃâÐÑ"
_MANY = 3  # as many traces of mojibake are no accident
_MISFIT = re.compile(
    r"(?<=[^\W\d_])[^\w\s.,;:!?'\"’‘“”«»()\[\]/&…–—-](?=[^\W\d_])"  # a symbol inside a word
    r"|(?<=[^\W\d_])[¡-¿](?!\w)|(?<!\w)[¢-¿](?=[^\W\d_])"  # or at its edge
    r"|[a-zß-ÿа-я](?=[A-ZА-Я]{2}|[À-ÞĄĽŁŚŠŞŤŹŽŻ])"  # capitals after small letters
    r"|[A-Za-z](?=[А-яЁё])|[А-яЁё](?=[A-Za-z])"  # a word of two scripts
    r"|[À-ÖØ-ÞØà-öø-ÿ]{3}"  # a word of accents alone
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's characters, its encoding, and how many bytes stand before the first character."""

    text: str
    encoding: str
    mark: int = 0
    undone: str | None = None  # the second encoding, where the file was encoded twice

    def positions(self) -> list[int]:
        """Give the byte at which each character begins, and the end of the last."""
        return list(accumulate(self._widths(), initial=self.mark))

    def _widths(self) -> Iterator[int]:
        if self.undone:
            for char in self.text:
                yield len(_misread(char.encode("utf-8")).encode(self.encoding))
        elif self.encoding == "utf-8":
            yield from map(_utf8_width, self.text)
        else:
            for char in self.text:
                yield len(char.encode(self.encoding))


def decode(raw: bytes, *, declared: str | None = None, undo: bool = True) -> Decoded:
    """Decode a file; what is binary, broken or garbled beyond repair is refused with the reason."""
    _refuse_binary(raw)
    decoded = _decode_marked(raw) or _decode_plain(raw, declared)
    if undo and any(char in decoded.text for char in _LEADS):
        decoded = _undo_mojibake(decoded)
    if "\x00" in decoded.text:
        message = "holds null bytes: a binary file, not text"
        raise UnreadableReportError(message)
    controls = len(_CONTROL.findall(decoded.text))
    if controls > 1 + len(decoded.text) * _MOST_CONTROLS:
        message = f"holds {controls} control characters: a binary file, not text"
        raise UnreadableReportError(message, controls=controls)
    return decoded


def _utf8_width(char: str) -> int:
    code = ord(char)
    return 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)  # noqa: PLR2004  UTF-8's own steps


def _refuse_binary(raw: bytes) -> None:
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            message = f"is {name}"
            raise UnreadableReportError(message, magic=name)


def _decode_marked(raw: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(_decode_strictly(raw[len(mark) :], encoding), encoding, len(mark))
    return None


def _decode_strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"is marked as {encoding.upper()} but byte {error.start} does not fit"
        raise UnreadableReportError(message, encoding=encoding, byte=error.start) from error


def _decode_plain(raw: bytes, declared: str | None) -> Decoded:
    wide = _guess_wide(raw)
    for encoding in ("utf-8", wide, _known(declared)):
        try:
            if encoding:
                return Decoded(raw.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    _refuse_broken_utf8(raw)
    return _decode_old(raw)


def _guess_wide(raw: bytes) -> str | None:
    """Recognize UTF-16 without a mark: every other byte of Latin text is null."""
    head = raw[:2000]
    if head[1::2].count(0) > len(head) * 0.3:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > len(head) * 0.3 else None


def _known(name: str | None) -> str | None:
    """Return the codec's own name, or None where a page declares what it cannot be in."""
    try:
        found = codecs.lookup(name) if name and "<p>".encode(name) == b"<p>" else None
    except (LookupError, UnicodeError):
        return None
    # What pages call Latin-1 is Windows-1252: browsers read it so too.
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(found.name, found.name) if found else None


def _refuse_broken_utf8(raw: bytes) -> None:
    """Refuse a file that is UTF-8 but for a few bytes: read otherwise, all of it would garble."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        sound = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]+", raw))
        broken = len(re.findall("\ufffd", raw.decode("utf-8", errors="replace")))
        if sound > broken:
            message = f"is UTF-8 but broken at byte {error.start}; save or download it again"
            raise UnreadableReportError(message, byte=error.start) from error


def _decode_old(raw: bytes) -> Decoded:
    """Choose the one-byte encoding under which the fewest words have odd letters."""
    best: tuple[int, Decoded] | None = None
    for encoding in _OLD_ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        misfits = len(_MISFIT.findall(text, 0, _JUDGED))
        if best is None or misfits < best[0]:
            best = misfits, Decoded(text, encoding)
    return best[1] if best else Decoded(raw.decode("latin-1"), "latin-1")


def _undo_mojibake(decoded: Decoded) -> Decoded:
    """Undo UTF-8 that was read as Windows-1252 and saved again, where it comes out exactly."""
    traces = len(_MOJIBAKE.findall(decoded.text))
    if not traces:
        return decoded
    try:
        text = _reread(decoded.text).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError) as error:
        if traces < _MANY:
            return decoded
        message = (
            f"is garbled in {traces} places (such as {_sample(decoded.text)!r}), beyond undoing"
        )
        raise UnreadableReportError(message, traces=traces) from error
    return Decoded(text, decoded.encoding, decoded.mark, undone="cp1252")


def _reread(text: str) -> bytes:
    """Return the bytes that were misread; the five that Windows-1252 lacks pass as Latin-1."""
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        return b"".join(_byte_of(char) for char in text)


def _byte_of(char: str) -> bytes:
    return char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252")


def _misread(raw: bytes) -> str:
    return "".join(
        bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")
        for byte in raw
    )


def _sample(text: str) -> str:
    found = _MOJIBAKE.search(text)
    return text[max(0, found.start() - 5) : found.end() + 5] if found else ""
