"""From a key to the redrawn board: 60 cards on 200×60, beside one frame of a screen that draws 60 times a second.

A real app takes the keys from its driver and sends the driver what a terminal is to draw. Three figures, each from the
key to the last byte: the work in processor time, which other programs on the machine do not disturb; the work by the
clock; and the clock with Textual's own pace, in which it also waits for its next tick of 60 a second.
"""

import asyncio
import statistics
import time
from collections.abc import Sequence
from typing import cast
from unittest.mock import patch

import textual.screen
from textual.app import ComposeResult
from textual.drivers.headless_driver import HeadlessDriver

from activities.kinds.activity import Activity, Response
from activities.kinds.card_counts import Place
from activities.kinds.card_sort import CardSort, CardSortResponse
from tui.kinds import turn
from tui.kinds.turn import Turn
from tui.palette import PALETTES
from tui.tidying import TidyApp
from tui.widgets.foot import Foot

FRAME = 1000 / 60
"""One frame, in milliseconds."""

KEYS = ("down", "1", "down", "2", "up", "3", "x", "down", "0", "1", "up", "2", "ctrl+z", "up")
"""What a person presses; every one of them changes the board."""

ROUNDS, WARM_UP = 40, 4


class Terminal(HeadlessDriver):
    """A terminal that notes when it was last sent something to draw."""

    written = 0.0
    worked = 0.0
    sent = 0

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        Terminal.written, Terminal.worked = time.perf_counter(), time.process_time()
        Terminal.sent += len(data)


class Board(TidyApp[None]):
    def __init__(self, activity: Activity, response: Response) -> None:
        super().__init__(driver_class=Terminal)
        self._work = activity, response
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.theme = "hall"

    def compose(self) -> ComposeResult:
        yield turn(*self._work, {})
        yield Foot()


def definition(circles: int, cards: int = 60) -> CardSort:
    names = ("Accountability", "Professional development", "Learning with pupils")
    return CardSort.model_validate(
        {
            "id": "sort",
            "title": "Sort the evidence",
            "minutes": 20,
            "purpose": "To see what evidence is for.",
            "question": "What is each piece of evidence for?",
            "instructions": "Put each card in a circle.",
            "circles": [{"id": f"circle-{i}", "label": name} for i, name in enumerate(names[:circles])],
            "cards": [
                {"id": f"c-{i}", "label": f"Evidence of the kind {i}", "short": f"Kind {i}", "text": f"What {i} is."}
                for i in range(cards)
            ],
        }
    )


def sorted_already(activity: CardSort) -> CardSortResponse:
    places = cast(list[Place], [*activity.regions, (), "aside"])
    response = CardSortResponse()
    for i, card in enumerate(activity.cards):
        response = response.put(card.id, places[i % len(places)])
    return response


async def milliseconds(
    activity: Activity, response: Response, keys: Sequence[str], first: Sequence[str] = ()
) -> tuple[list[float], list[float]]:
    """From each key to the last of what it makes the terminal draw: processor time, and by the clock.

    The keys in `first` are pressed once, before anything is measured.
    """
    app = Board(activity, response)
    work, clock = [], []
    async with app.run_test(headless=False, size=(200, 60)) as pilot:
        await pilot.pause(0.2)
        app.tidy_when_quiet()
        app.screen.query_one(Turn).focus()
        await pilot.press(*first)
        await pilot.pause(0.1)
        for i in range(len(keys) * (ROUNDS + WARM_UP)):
            before, start, begun = Terminal.sent, time.perf_counter(), time.process_time()
            await pilot.press(keys[i % len(keys)])
            await pilot.pause(0.03)
            while Terminal.sent == before and time.perf_counter() - start < 1:
                await pilot.pause(0.03)
            if Terminal.sent == before:
                raise AssertionError(f"nothing was drawn after {keys[i % len(keys)]}")
            if i >= len(keys) * WARM_UP:
                work.append((Terminal.worked - begun) * 1000)
                clock.append((Terminal.written - start) * 1000)
    return work, clock


def measure(
    activity: Activity, response: Response, keys: Sequence[str], period: float, first: Sequence[str] = ()
) -> tuple[list[float], list[float]]:
    """Processor time and clock, in milliseconds, where Textual's tick comes every `period` seconds."""
    with patch.object(textual.screen, "UPDATE_PERIOD", period):
        return asyncio.run(milliseconds(activity, response, keys, first))


def tell_all(what: str, activity: Activity, response: Response, keys: Sequence[str], first: Sequence[str] = ()) -> None:
    """Measure it, and print the three figures."""
    work, clock = measure(activity, response, keys, 1 / 1000, first)
    tell(what, "work, processor", work)
    tell(what, "work, clock", clock)
    tell(what, "60 ticks, clock", measure(activity, response, keys, 1 / 60, first)[1])


def tell(what: str, name: str, times: list[float]) -> None:
    median, late = statistics.median(times), sorted(times)[int(len(times) * 0.99)]
    print(f"  {what}  {name:17} median {median:5.1f}   p99 {late:5.1f}   {late / FRAME:4.2f} of a frame")


def main() -> None:
    print("key to redrawn board, 60 cards, 200×60, milliseconds (goal: 99th percentile within one frame, 16.7)")
    for circles in (2, 3):
        activity = definition(circles)
        keys = [key for key in KEYS if not key.isdigit() or int(key) <= circles]
        tell_all(f"{circles} circles", activity, sorted_already(activity), keys)


if __name__ == "__main__":
    main()
