"""A countdown that can be paused and stretched. It holds no clock: every question comes with the time it is asked at."""

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

from activities.model import Frozen, Moment

Duration = Annotated[timedelta, Field(ge=timedelta(0), le=timedelta(days=36_500))]
"""A time that something took, or may take: never less than none, and no more than a hundred years."""


class Timer(Frozen):
    """`length` is the time allowed; `spent` what ran before the last start; `started` when it last started, if it runs."""

    length: Duration
    spent: Duration = timedelta(0)
    started: Moment | None = None

    @property
    def running(self) -> bool:
        """Whether it counts down."""
        return self.started is not None

    def elapsed(self, now: datetime) -> timedelta:
        """How long it has run; a clock that was set back never makes it less than what ran before."""
        since = max(now - self.started, timedelta(0)) if self.started else timedelta(0)
        return self.spent + since

    def remaining(self, now: datetime) -> timedelta:
        """What is left; below zero once the time is over."""
        return self.length - self.elapsed(now)

    def start(self, now: datetime) -> "Timer":
        """It runs from now on; one that runs already is left as it is."""
        return self if self.running else self.model_copy(update={"started": now})

    def pause(self, now: datetime) -> "Timer":
        """It stands still, and keeps what has run."""
        return self.model_copy(update={"spent": self.elapsed(now), "started": None})

    def stretch(self, by: timedelta) -> "Timer":
        """More time, or less; never less than none."""
        return self.model_copy(update={"length": max(self.length + by, timedelta(0))})


def clock_face(left: timedelta) -> str:
    """Time left as `m:ss` (or `h:mm:ss`); overtime in words, `over by m:ss`, from its first full second.

    Seconds are rounded up while time is left, and down once it is over.
    """
    over = left <= timedelta(seconds=-1)
    seconds = int(abs(left).total_seconds()) if over else -int(-left.total_seconds() // 1)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    face = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"over by {face}" if over else face
