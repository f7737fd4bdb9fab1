"""What an address answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from dateline.ingest.fetch_address import shown
from dateline.ingest.fetch_errors import FetchError

_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_MODIFIED = 304
_GOOD = range(200, 300)
_LATER = (408, 425, 429, *range(500, 600))
_LONGEST_WAIT = 7 * 86400.0  # seconds; who asks for more may be asked again all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer; ``url`` is where redirects led, ``retry_after`` is in seconds."""

    status: int
    url: str
    body: bytes = field(default=b"", repr=False)
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    retry_after: float | None = None
    location: str | None = None

    @property
    def unchanged(self) -> bool:
        """Tell whether nothing is new since the ETag or the day that was sent."""
        return self.status == _NOT_MODIFIED

    @property
    def redirected(self) -> bool:
        """Tell whether it only says where to look."""
        return self.status in _REDIRECTS and bool(self.location)

    @property
    def again(self) -> bool:
        """Tell whether the same may be asked later with another outcome."""
        return self.status in _LATER

    def good(self) -> "Fetched":
        """Return itself if it is an answer as asked for; any other is an error."""
        if self.status in _GOOD:
            return self
        message = f"{shown(self.url)} answers {self.status}, not with what was asked for"
        raise FetchError(
            message, status=self.status, again=self.again, retry_after=self.retry_after
        )


def answered(status: int, url: str, body: bytes, told: Mapping[str, str]) -> Fetched:
    """Put an answer together; ``told`` are the lines above it by their names in small letters."""
    media_type, _, parameters = told.get("content-type", "").partition(";")
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    return Fetched(
        status=status,
        url=url,
        body=body,
        media_type=media_type.strip().lower() or None,
        charset=charset or None,
        etag=told.get("etag"),
        modified=told.get("last-modified"),
        retry_after=read_retry_after(told.get("retry-after"), datetime.now(UTC)),
        location=told.get("location"),
    )


def read_retry_after(words: str | None, now: datetime) -> float | None:
    """Read Retry-After, in seconds or as a moment; nonsense is none."""
    if not words:
        return None
    if words.isascii() and words.isdecimal():
        return min(float(words[:9]), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(words)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max((moment - now).total_seconds(), 0.0), _LONGEST_WAIT)
