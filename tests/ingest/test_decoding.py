import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UnreadableReportError
from dateline.ingest.decoding import decode

LATIN = "The mayor said “we stay” – and São Paulo’s café owners’ hopes faded."
POLISH = "The convoy left Łódź for Kraków and Białystok."
RUSSIAN = "The mayor of Харьков said we stay in Киев and Одесса, an agency wrote."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(LATIN, "utf-8", id="UTF-8"),
        pytest.param(LATIN, "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param(POLISH, "utf-16", id="UTF-16 with a mark"),
        pytest.param(LATIN, "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(LATIN, "utf-16-be", id="UTF-16 of the other order"),
        pytest.param(POLISH, "utf-32", id="UTF-32"),
        pytest.param(LATIN, "cp1252", id="Windows-1252"),
        pytest.param("The café in São Paulo burnt.", "latin-1", id="Latin-1"),
        pytest.param(RUSSIAN, "cp1251", id="Windows-1251"),
        pytest.param(RUSSIAN, "koi8-r", id="KOI8-R"),
        pytest.param(POLISH, "cp1250", id="Windows-1250"),
        pytest.param(POLISH, "iso8859-2", id="Latin-2"),
        pytest.param("\u200fالخرطوم\u200e is quiet.", "utf-8", id="marks of direction"),
    ],
)
def test_the_encoding_is_found(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_a_declared_encoding_is_tried_before_guessing():
    raw = "Türkiye’s Diyarbakır and İzmir".encode("cp1254")

    assert decode(raw, declared="windows-1254").text == "Türkiye’s Diyarbakır and İzmir"


@pytest.mark.parametrize("declared", ["no-such-encoding", "base64", None])
def test_a_declared_encoding_that_is_none_is_passed_over(declared):
    assert decode("São Paulo burnt.".encode("cp1252"), declared=declared).text == "São Paulo burnt."


@pytest.mark.parametrize("first", ["cp1252", "latin-1"])
def test_text_encoded_twice_is_put_right(first):
    twice = LATIN.encode().decode(first, errors="replace").replace("\ufffd", "\x9d")

    assert decode(twice.encode()).text == LATIN


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"%PDF-1.7 x", "PDF", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "PNG picture", id="PNG"),
        pytest.param(b"PK\x03\x04abc", "ZIP archive or an office document", id="zip"),
        pytest.param(b"\x1f\x8b\x08", "gzip", id="gzip"),
        pytest.param(b"{\\rtf1 hello}", "RTF", id="RTF"),
        pytest.param(b"one\x00two", "null bytes", id="null byte"),
        pytest.param(bytes(range(1, 32)) * 3, "control characters", id="control characters"),
        pytest.param("“Kyiv” – ‘Lviv’".encode() + b" \xff", "broken at byte", id="broken UTF-8"),
        pytest.param(b"\xff\xfea\x00b", "UTF-16-LE but byte", id="half of a UTF-16 character"),
        pytest.param(
            f"{LATIN.encode().decode('latin-1')} Łódź".encode(), "beyond undoing", id="mojibake"
        ),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(raw, reason):
    with pytest.raises(UnreadableReportError, match=reason):
        decode(raw)


@pytest.mark.parametrize("text", ["one form feed\x0chere", "an escape\x1b[1m", "one bell\x07 only"])
def test_a_stray_control_character_is_kept(text):
    assert decode(text.encode()).text == text


def test_a_french_name_is_no_mojibake():
    assert decode("Âge d’or, Ãguas, Ã la carte".encode()).undone is None


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_positions_point_at_the_bytes_of_each_character(text):
    raw = b"\xef\xbb\xbf" + text.encode()
    decoded = decode(raw)
    positions = decoded.positions()

    found = [raw[positions[i] : positions[i + 1]].decode() for i in range(len(decoded.text))]

    assert decoded.undone or found == list(text)


def test_positions_of_text_encoded_twice_hold_both_encodings():
    raw = "São Paulo’s end".encode().decode("cp1252").encode()
    decoded = decode(raw)
    positions = decoded.positions()

    assert raw[positions[1] : positions[2]].decode().encode("cp1252").decode() == "ã"
    assert positions[-1] == len(raw)
