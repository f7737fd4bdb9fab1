"""What may be wrong with a source of the gold corpus."""


class SourceError(Exception):
    """A source cannot be compiled; the message says where and why."""

    def at(self, where: str) -> "SourceError":
        """Return the same fault with its place in front."""
        return SourceError(f"{where}: {self}")
