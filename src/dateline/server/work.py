"""What goes on in the background; what is due stands in the record, so a restart loses nothing."""

from dateline.server.service import Service


class Work:
    """The background work of one server."""

    def __init__(self, service: Service) -> None:
        """Work for a server."""
        self._service = service

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """End, and leave what is not done for later."""
