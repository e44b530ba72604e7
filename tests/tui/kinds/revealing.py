"""What is revealed, in tests: a total of a summary, and the picture of it."""

from typing import Any

from activities.kinds.activity import Activity, Summary
from activities.reveal import Total
from activities.session.rounds import Shift
from tui.kinds import picture
from tui.kinds.picture import Picture


def total_of(
    summary: Summary | None, before: Summary | None = None, shift: Shift | None = None, *, apart: str = ""
) -> Total:
    """What is revealed of these; with a round before, or a reason why it may not be seen, where rounds are compared."""
    return Total(summary, before, shift, comparing=bool(before or apart), apart=apart)


def pictured(activity: Activity, total: Total, dwelt: str = "") -> Picture[Any]:
    """The picture, dwelling on one thing or on the whole."""
    there = picture(activity)
    there.show(total, dwelt)
    return there
