"""The command line: each module here that defines ``COMMAND`` is a command.

A command is imported when it is run or asked for help, and imports what is heavy when it runs.
"""

import sys
from typing import Any

import click

from dateline.errors import DatelineError, SettingError, UnknownNameError
from dateline.folder import Folder

COMMANDS: Folder[click.Command] = Folder(sys.modules[__name__], "COMMAND", click.Command)


class _Commands(click.Group):
    """The folder as a group of commands; our errors become one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS.names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return COMMANDS[cmd_name] if cmd_name in COMMANDS.names() else None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (SettingError, UnknownNameError) as error:
            raise click.UsageError(str(error), ctx) from error
        except DatelineError as error:
            raise click.ClickException(str(error)) from error


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", message="dateline %(version)s")
def main() -> None:
    """Read news reports of armed conflict into a record that can be checked."""
