"""The three answers to the check in hand, to press or to click."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from activities.kinds.checks import Check
from activities.kinds.checks_counts import Answer

APART = 2
"""Cells between two answers."""


class Answers(Static):
    """The answers side by side, each with its key; the one that is given is lit and ticked."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Answers { height: 1; width: 1fr; padding: 0 2; }"

    @dataclass
    class Given(Message):
        """This answer was clicked."""

        answer: Answer

    def __init__(self) -> None:
        """No check yet."""
        super().__init__(markup=False)
        self._ends: list[int] = []

    def show(self, check: Check, given: Answer | None) -> None:
        """The answers to this check, and which one is given."""
        found: list[Content] = []
        self._ends = []
        end = 0
        for number, answer in enumerate(Answer, 1):
            here = answer is given
            words = f" {'✓' if here else number} {check.called(answer)} "
            found.append(Content.styled(words, "bold $background on $now" if here else "$foreground on $panel"))
            end += len(words) + APART
            self._ends.append(end)
        self.update(Content(" " * APART).join(found))

    def on_click(self, event: events.Click) -> None:
        """The answer that was clicked is given."""
        event.stop()
        x = event.get_content_offset_capture(self).x
        for end, answer in zip(self._ends, Answer, strict=False):
            if x < end:
                self.post_message(self.Given(answer))
                return
