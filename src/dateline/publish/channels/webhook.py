"""Webhooks, signed as the Standard Webhooks specification says."""

import base64
import binascii
import hmac
import secrets
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from dateline.errors import SettingError
from dateline.publish.channel import Bulletin, Channel, Entry
from dateline.publish.columns import RADIUS_KM
from dateline.publish.telling import moment, plain, title

_PREFIX = "whsec_"
_VERSION = "v1"
_TOLERANCE = 300.0  # seconds that the clocks may be apart
_BYTES, _LEAST_BYTES = 32, 24
# Codes, figures and places: no names of parties and no words of a report.
_FIELDS = (
    "type", "kind", "factuality", "weapon", "place", "country", "lat", "lon", "precision",
    "start", "end", "date_precision", "reports", "origins", "grade", "protected",
)  # fmt: skip


def new_secret() -> str:
    """Make a secret that nobody can guess."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def write(bulletin: Bulletin) -> bytes:
    """Write the body: the watch, and each incident in codes and figures."""
    form = {
        "type": "incidents",
        "timestamp": moment(bulletin.updated),
        "data": {
            "watch": {"id": bulletin.id, "name": plain(bulletin.title), "link": bulletin.address},
            "incidents": [_incident(entry, bulletin) for entry in bulletin.entries],
        },
    }
    return msgspec.json.encode(form)


def headers(secret: str, message: str, at: datetime, body: bytes) -> dict[str, str]:
    """Give the headers that go with a body; ``message`` is the same at every try."""
    return {
        "Content-Type": "application/json",
        "webhook-id": message,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": sign(secret, message, at, body),
    }


def sign(secret: str, message: str, at: datetime, body: bytes) -> str:
    """Sign a body with its name and moment."""
    if "." in message or not message.isascii() or not message.isprintable():
        raise SettingError("The id of a message holds a dot or an odd character")  # noqa: EM101, TRY003
    return _signature(_key(secret), message, str(int(at.timestamp())), body)


def verify(secret: str, given: Mapping[str, str], body: bytes, now: datetime) -> bool:
    """Tell whether a body was signed with the secret, and not long ago."""
    told = {name.lower(): value for name, value in given.items()}
    message, stamp = told.get("webhook-id", ""), told.get("webhook-timestamp", "")
    if not message or not stamp.isascii() or not stamp.isdecimal():
        return False
    if abs(now.timestamp() - int(stamp[:15])) > _TOLERANCE:
        return False
    wanted = _signature(_key(secret), message, stamp, body).encode()
    signatures = told.get("webhook-signature", "").split()
    # Each is compared, so that the time it takes does not tell which one fits.
    fits = [hmac.compare_digest(wanted, s.encode()) for s in signatures]
    return any(fits)


def _signature(key: bytes, message: str, stamp: str, body: bytes) -> str:
    signed = f"{message}.{stamp}.".encode() + body
    return f"{_VERSION},{base64.b64encode(hmac.digest(key, signed, sha256)).decode()}"


def _key(secret: str) -> bytes:
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) < _LEAST_BYTES:
        message = f"The secret of a webhook is {_PREFIX} with at least {_LEAST_BYTES} bytes"
        raise SettingError(message)
    return key


def _incident(entry: Entry, bulletin: Bulletin) -> dict[str, Any]:
    incident = entry.incident
    names = ("measure", "low", "best", "high")
    return {
        "id": incident.id,
        "link": bulletin.link(incident.id),
        "revision": entry.revision,
        "updated": moment(entry.updated),
        "removed": entry.removed,
        "successors": entry.successors,
        "title": title(incident),
        **{field: _told(getattr(incident, field)) for field in _FIELDS},
        "radius_km": RADIUS_KM.get(incident.precision or ""),
        "tolls": [dict(zip(names, toll, strict=True)) for toll in incident.tolls],
    }


def _told(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value


CHANNEL = Channel(
    name="Webhook",
    description="a signed message to an address of yours",
    media_type="application/json",
    write=write,
    pushed=True,
)
