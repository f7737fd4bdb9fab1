"""What can be wrong with an address, and with what answers there."""

from dateline.errors import SettingError, UnreadableReportError


class RefusedAddressError(SettingError):
    """An address that is not asked: of another scheme, with a password, or inside a network."""


class FetchError(UnreadableReportError):
    """An address did not answer as it should; ``facts["again"]`` tells whether to try later."""
