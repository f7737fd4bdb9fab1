"""E-mail: plain text with the same in HTML, sent over SMTP."""

import smtplib
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from typing import Literal

from dateline.errors import SettingError
from dateline.publish.channel import Bulletin, Channel, Entry
from dateline.publish.delivery_errors import UndeliveredError
from dateline.publish.prose import counted, on_one_line
from dateline.publish.telling import moment, plain, summary, title, withdrawn

_MOST_ENTRIES = 100  # the rest is counted
_LONGEST_ADDRESS = 254
_FAILED_FOR_GOOD = range(500, 600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where mail is handed over, and whose name it bears.

    ``tls``: "offered" uses STARTTLS where the server offers it, "starttls" demands it, "tls"
    speaks TLS from the first byte. A password is never sent in the open.
    """

    host: str
    sender: str
    port: int = 587
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    tls: Literal["offered", "starttls", "tls"] = "offered"
    timeout: float = 30.0


def compose(bulletin: Bulletin, to: Sequence[str], sender: str) -> EmailMessage:
    """Write the message; a line break in a name or an address cannot begin a header."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _subject(bulletin)
    message["From"] = Address("Dateline", addr_spec=_checked(sender))
    message["To"] = [Address(addr_spec=_checked(address)) for address in to]
    message["Date"] = format_datetime(bulletin.updated)
    message["Message-ID"] = _message_id(bulletin)
    message["Auto-Submitted"] = "auto-generated"  # no vacation notices, please
    message.set_content("\n".join(_lines(bulletin)) + "\n")
    message.add_alternative("".join(_html(bulletin)), subtype="html")
    return message


def send(message: EmailMessage, server: Server) -> None:
    """Hand a message over; what the server refuses for good is not to be tried again."""
    try:
        with _connected(server) as smtp:
            smtp.send_message(message)
    except smtplib.SMTPResponseException as error:
        again = error.smtp_code not in _FAILED_FOR_GOOD
        raise _undelivered(server, _words(error), again=again) from error
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        again = any(code not in _FAILED_FOR_GOOD for code in codes)
        raise _undelivered(server, "it refuses the receiver", again=again) from error
    except (smtplib.SMTPException, OSError) as error:
        raise _undelivered(server, str(error) or type(error).__name__, again=True) from error


def write(bulletin: Bulletin) -> bytes:
    """Write the message as it would go out, to nobody."""
    return compose(bulletin, (), f"dateline@{bulletin.sender}").as_bytes()


def _connected(server: Server) -> smtplib.SMTP:
    trust = ssl.create_default_context()
    if server.tls == "tls":
        secured: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=server.timeout, context=trust
        )
        return _signed_in(secured, server, secret=True)
    smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        return _signed_in(smtp, server, secret=_hidden(smtp, server, trust))
    except BaseException:
        smtp.close()
        raise


def _hidden(smtp: smtplib.SMTP, server: Server, trust: ssl.SSLContext) -> bool:
    """Begin to encrypt where that is offered, and tell whether it is."""
    smtp.ehlo()
    offered = smtp.has_extn("starttls")
    if offered:
        smtp.starttls(context=trust)
        smtp.ehlo()
    elif server.tls == "starttls":
        raise _undelivered(server, "it offers no STARTTLS", again=False)
    return offered


def _signed_in(smtp: smtplib.SMTP, server: Server, *, secret: bool) -> smtplib.SMTP:
    if server.user is None:
        return smtp
    if not secret:
        message = "it offers no encryption, and the password is not sent in the open"
        raise _undelivered(server, message, again=False)
    smtp.login(server.user, server.password or "")
    return smtp


def _undelivered(server: Server, words: str, *, again: bool) -> UndeliveredError:
    message = f"The mail server {server.host} did not take the message: {on_one_line(words)[:200]}"
    return UndeliveredError(message, again=again, host=server.host)


def _words(error: smtplib.SMTPResponseException) -> str:
    told = error.smtp_error
    return told.decode("utf-8", errors="replace") if isinstance(told, bytes) else str(told)


def _checked(address: str) -> str:
    """Take one plain address; anything that could be more is refused."""
    local, _, domain = address.rpartition("@")
    plain = address.isascii() and address.isprintable() and not set(address) & set(' ,;:<>()[]"\\')
    if not (local and domain and plain and len(address) <= _LONGEST_ADDRESS and "@" not in local):
        message = f"{address[:80]!r} is no e-mail address of the form name@domain"
        raise SettingError(message)
    return address


def _subject(bulletin: Bulletin) -> str:
    count = len(bulletin.entries)
    name = plain(bulletin.title)[:100]
    if count == 1:
        return f"{name}: {title(bulletin.entries[0].incident)}"
    return f"{name}: {counted(count, 'incident')}"


def _message_id(bulletin: Bulletin) -> str:
    told = [f"{entry.incident.id}/{entry.revision}" for entry in bulletin.entries]
    digest = sha256("\n".join((bulletin.id, moment(bulletin.updated), *told)).encode())
    domain = "".join(c for c in bulletin.sender if c.isascii() and (c.isalnum() or c in ".-"))
    return f"<{digest.hexdigest()[:32]}@{domain or 'dateline.invalid'}>"


def _lines(bulletin: Bulletin) -> Iterator[str]:
    yield f"The watch “{plain(bulletin.title)}” found:"
    for entry in bulletin.entries[:_MOST_ENTRIES]:
        yield ""
        yield _heading(entry)
        yield _words_of(entry)
        yield bulletin.link(entry.incident.id)
    yield ""
    if (more := len(bulletin.entries) - _MOST_ENTRIES) > 0:
        yield f"And {counted(more, 'incident')} more."
    yield f"The watch and how to end it: {bulletin.address}"
    yield "Derived from news reports; not an official warning."


def _html(bulletin: Bulletin) -> Iterator[str]:
    yield '<!doctype html><html lang="en"><meta charset="utf-8"><body>'
    yield f"<p>The watch “{escape(plain(bulletin.title))}” found:</p><ul>"
    for entry in bulletin.entries[:_MOST_ENTRIES]:
        link = escape(bulletin.link(entry.incident.id))
        yield f'<li><a href="{link}">{escape(_heading(entry))}</a><br>{escape(_words_of(entry))}'
        yield "</li>"
    yield "</ul>"
    if (more := len(bulletin.entries) - _MOST_ENTRIES) > 0:
        yield f"<p>And {counted(more, 'incident')} more.</p>"
    yield f'<p><a href="{escape(bulletin.address)}">The watch and how to end it</a></p>'
    yield "<p>Derived from news reports; not an official warning.</p></body></html>"


def _heading(entry: Entry) -> str:
    return f"Withdrawn: {title(entry.incident)}" if entry.removed else title(entry.incident)


def _words_of(entry: Entry) -> str:
    return withdrawn(entry) if entry.removed else summary(entry.incident)


CHANNEL = Channel(
    name="E-mail",
    description="a message to an address, over your own mail server",
    media_type="message/rfc822",
    write=write,
    pushed=True,
)
