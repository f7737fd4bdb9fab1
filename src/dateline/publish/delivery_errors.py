"""What can go wrong when something is sent."""

from dateline.errors import DatelineError


class UndeliveredError(DatelineError):
    """A message was not taken; ``facts["again"]`` tells whether to try later."""
