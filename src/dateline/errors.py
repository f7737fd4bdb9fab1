"""Every error Dateline raises on purpose.

DatelineError
├── UnreadableReportError   a file or text that cannot become a report; becomes a Rejection
├── UnknownNameError        a name that no registry, codebook or record knows
│   └── GoneError           one that a record knew, and where to look instead
├── KnowledgeError          a data file of the knowledge room that does not hold together
├── SettingError            a setting or option with a value that makes no sense
├── ConflictError           something that another changed since it was looked at
├── AccessError             who may not do what they ask for, or is not known
├── StoreError              a record that cannot be opened, read or written
│   └── LostError           its database went away; nothing was kept, so it may be done again
├── MissingPartError        a language model or the gazetteer is not installed
└── EvidenceError           a coded field whose words are not in the report: always a bug of ours
"""

from typing import Any, Self


class DatelineError(Exception):
    """The root: a message that says what to do, and the facts as attributes."""

    def __init__(self, message: str, **facts: Any) -> None:
        """Keep the message and the facts; both survive pickling."""
        super().__init__(message)
        self.message = message
        self.facts = facts

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle with the facts, so that errors travel between processes."""
        return (_rebuild, (type(self), self.message, self.facts))

    def __str__(self) -> str:
        """Show the message alone; the facts are for programs."""
        return self.message

    def about(self, **facts: Any) -> Self:
        """Return the same error with more facts."""
        return type(self)(self.message, **{**self.facts, **facts})


def _rebuild(kind: type[DatelineError], message: str, facts: dict[str, Any]) -> DatelineError:
    return kind(message, **facts)


class UnreadableReportError(DatelineError):
    """A file or text cannot become a report."""


class UnknownNameError(DatelineError):
    """A name is asked for that nobody knows; ``facts["known"]`` lists the known ones."""


class GoneError(UnknownNameError):
    """What is asked for is no more; ``facts["known"]`` lists what took its place."""


class KnowledgeError(DatelineError):
    """A data file of the knowledge room is wrong; ``facts["path"]`` says which."""


class SettingError(DatelineError):
    """An option has a value that makes no sense."""


class ConflictError(DatelineError):
    """Somebody else changed what a decision is about since it was looked at."""


class AccessError(DatelineError):
    """Somebody is not known, or may not do this; ``facts["known"]`` tells which of the two."""


class StoreError(DatelineError):
    """A record cannot be opened, read or written; the message says what to do."""


class LostError(StoreError):
    """The connection to a record was lost; nothing of the change was kept: it may be done again."""


class MissingPartError(DatelineError):
    """A language model or the gazetteer is missing; the message says how to get it."""


class EvidenceError(DatelineError):
    """A coded field quotes words that the report does not have: a bug, never data."""
