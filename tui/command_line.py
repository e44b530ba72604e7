"""Where the command `flipchart` begins: the app at once, or the command that was named."""

import gc
import sys

from tui.terminal.streams import has_terminal, plain_streams


def main() -> None:
    """Open the app, or do what is named; what cannot be printed is told in one line."""
    with plain_streams():
        _open_or_do()


def _open_or_do() -> None:
    """Open the app where nothing is named, without loading what only the commands need.

    A shared terminal is minded before anything else is loaded: who minds it stays for hours, once for each terminal.
    """
    if sys.argv[1:2] in ([], ["join"]):
        gc.disable()  # what is loaded stays to the end; the app looks for what can be freed once it can be seen
    if sys.argv[1:2] == ["join"] and has_terminal():
        from tui.terminal.minding import mind

        mind(seat=True)
    if len(sys.argv) > 1:
        from tui.commands.commands import main as commands
        from tui.commands.programmes import list_programmes, programme
        from tui.commands.removing import forget, restore
        from tui.commands.workshops import check, list_workshops, preview

        for command in (forget, restore, list_workshops, check, preview, list_programmes, programme):
            commands.add_command(command)
        commands()
    else:
        from activities.refusal import Refused
        from tui.commands.opening import open_home

        try:
            open_home()
        except Refused as refused:
            sys.stderr.write(f"{refused}\n")
            sys.exit(2)
