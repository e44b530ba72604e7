"""Walking through a reveal from the console: where the room is, what comes next, in words, and on what size of screen.

A projector says by its presence how many cells it has, so that what the console walks through are the pages that the
room sees, and so that the facilitator can be told where its letters are small.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from activities.kinds.activity import Activity
from activities.reveal import Total, steps
from tui.widgets.big_pages import SMALLEST_SCREEN, Walk

ROOM = "room-"
"""What stands before the size of a projector among what is present: `room-120x40`."""

MANY_COLUMNS = 140
"""The columns from which a projector's letters are called small."""

WANTED_COLUMNS = 100
"""The columns to aim for."""

ABOVE_AND_BELOW = 4
"""Rows of a projector that a step does not have."""

BESIDE = 8
"""Columns of a projector that a step does not have."""


@dataclass(frozen=True)
class Seen:
    """What the room sees of a reveal `now` and at the `next` step, in words; `next` is empty where now is the last."""

    now: str
    next: str = ""


def mark(width: int, height: int) -> str:
    """What a projector of so many cells is called among what is present."""
    return f"{ROOM}{width}x{height}"


def screens(present: Mapping[str, object]) -> tuple[tuple[int, int], ...]:
    """The sizes of the projectors that are there, in cells across and down, the smallest first."""
    found = [name.removeprefix(ROOM).split("x") for name in present if name.startswith(ROOM)]
    sizes = [(int(size[0]), int(size[1])) for size in found if len(size) == 2 and all(n.isdecimal() for n in size)]
    return tuple(sorted(sizes, key=lambda size: (size[0] * size[1], size)))


def small_letters(present: Mapping[str, object]) -> str:
    """What to tell the facilitator, once, where a projector's letters are small; nothing where none are."""
    widest = max((width for width, _ in screens(present)), default=0)
    if widest < MANY_COLUMNS:
        return ""
    return (
        f"The room's letters are small: {widest} columns. At the projector's terminal press Ctrl and + (on a Mac ⌘ and +) "
        f"until there are about {WANTED_COLUMNS}."
    )


def walk(
    activity: Activity, total: Total, present: Mapping[str, object] | None = None, *, larger: bool = False
) -> Walk:
    """The way through a reveal, on the smallest of the projectors that are there."""
    width, height = next(iter(screens(present or {})), (0, 0))
    if not width:
        return Walk(steps(activity, total), *SMALLEST_SCREEN, larger)
    return Walk(steps(activity, total), max(width - BESIDE, 1), max(height - ABOVE_AND_BELOW, 1), larger)


def seen(walked: Walk, at: str | None) -> Seen:
    """What the room sees there, and what it would see one step on."""
    after = walked.on(at)
    words = walked.at(at).in_words
    now = (
        f"the picture, at {words}"
        if walked.shows_picture(at) and walked.at(at).picture
        else "the picture"
        if walked.shows_picture(at)
        else words
    )
    return Seen(now, walked.at(after).in_words if walked.at(after).id else "")
