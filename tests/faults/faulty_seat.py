"""A held terminal with two faults in it, each under a key: started as the real one is, by the process that minds it.

`python -m tests.faults.faulty_seat HOME CODE`
"""

import sys
from pathlib import Path
from typing import ClassVar

from activities.session.pin import Pin
from tui.commands.opening import kept_in, open_app
from tui.seat.kiosk import held_for
from tui.terminal.minding import hold_or_let_go, mind

SECRET = "what nobody else may read"


def main(home: str, code: str) -> None:
    """Mind the terminal, and open the question who is sitting here in a child."""
    held = mind(seat=True) or held_for(code, Path(home), kept_in(Path(home)).session(code).pin)
    assert held is not None
    hold_or_let_go(held)

    from textual import work
    from textual.binding import Binding, BindingType

    from tui.seat.join import JoinScreen

    class Faulty(JoinScreen):
        CSS_PATH = "../../tui/seat/join.tcss"
        BINDINGS: ClassVar[list[BindingType]] = [
            Binding("f8", "fault", "Fault", show=False),
            Binding("f9", "fault_at_work", "Fault at work", show=False),
        ]

        def action_fault(self) -> None:
            raise RuntimeError(SECRET)

        @work(thread=True)
        def action_fault_at_work(self) -> None:
            raise RuntimeError(SECRET)

    pin = Pin.model_validate_json(held.pin)
    open_app(kept_in(Path(held.home)), lambda: Faulty(held.code, held_by=pin))


if __name__ == "__main__":
    main(*sys.argv[1:])
