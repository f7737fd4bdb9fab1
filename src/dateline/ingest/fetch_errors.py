"""What can be wrong with an address, and with what answers there."""

from typing import Any

from dateline.errors import SettingError, UnreadableReportError


class RefusedAddressError(SettingError):
    """An address that is not asked: of another scheme, with a password, or inside a network."""

    def __init__(self, message: str, **facts: Any) -> None:
        """Keep the message and the facts; asking again changes nothing."""
        super().__init__(message, **{"again": False, **facts})


class FetchError(UnreadableReportError):
    """An address did not answer as it should; ``facts["again"]`` tells whether to try later."""
