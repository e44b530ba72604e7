"""The memory of one terminal: a held one with a card sort on it, beside an empty Textual app at the same time.

What minds the held one is reckoned with it.
"""

import tempfile
from pathlib import Path

from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.session.pin import make_pin
from store import open_store
from store.workshops import workshop
from tests.benchmarks.terminals import EMPTY_APP, FLIPCHART, terminal
from tests.store.rooms import NOON

MEBI = 1024 * 1024


def main() -> None:
    print(f"{'memory of one terminal, MiB':<44}{'ours':>8}{'empty app':>11}{'ratio':>7}  goal")
    with tempfile.TemporaryDirectory() as home:
        store = open_store(Path(home))
        evidence = workshop("evidence", store.home)
        session = begin(
            evidence, code="MKRT", title="Hall", on=NOON.date(), roster=(Participant(id="p-1", name="Table 1"),)
        )
        held = session.model_copy(update={"pin": make_pin("123456", b"s" * 16)})
        store.create(held.go_to("evidence-venn", NOON).open(NOON))
        with (
            terminal(EMPTY_APP) as empty,
            terminal([*FLIPCHART, "join", "MKRT"], FLIPCHART_HOME=home) as shared,
            terminal([*FLIPCHART, "room", "MKRT"], FLIPCHART_HOME=home, columns=120, rows=40) as room,
            terminal([*FLIPCHART, "run", "MKRT"], FLIPCHART_HOME=home, columns=120, rows=40) as console,
        ):
            empty.wait_for("ready")
            shared.wait_for("Table 1")
            shared.press("Table 1\r")
            shared.wait_for("18 cards")
            room.wait_for("M K R T")
            console.wait_for("Table 1")
            reference = empty.memory()
            for name, program in (("a turn", shared), ("the room", room), ("the console", console)):
                mine = program.memory()
                print(f"{'  ' + name:<44}{mine / MEBI:>8.0f}{reference / MEBI:>11.0f}{mine / reference:>7.2f}  ≤ 2")


if __name__ == "__main__":
    main()
