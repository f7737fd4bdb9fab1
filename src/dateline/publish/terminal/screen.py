"""Where the terminal views are shown."""

import re
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, RenderableType

from dateline.publish.export import Options

_WIDEST = 110  # longer lines are hard to follow from end to start
_TRAILING = re.compile(" +$", re.MULTILINE)


def show(parts: Iterable[RenderableType], stream: TextIO) -> None:
    """Show a view as the stream can."""
    Screen(stream, Options()).show(parts)


class Screen:
    """A stream that shows views; in colour only where it is a terminal and none is unwanted."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Find out what the stream can show."""
        self._stream = stream
        self._console = Console(
            file=stream,
            width=options.width,
            force_terminal=options.colour,
            no_color=None if options.colour is None else not options.colour,
            highlight=False,
            markup=False,
            emoji=False,
        )
        self._console.width = min(self._console.width, _WIDEST)

    @property
    def width(self) -> int:
        """Count the columns there are."""
        return self._console.width

    def show(self, parts: Iterable[RenderableType]) -> None:
        """Show the parts of a view one below the other, without blanks at the ends of lines."""
        for part in parts:
            with self._console.capture() as shown:
                self._console.print(part)
            self._stream.write(_TRAILING.sub("", shown.get()))
