"""What the projector says of the time, the agenda and who is in. Nobody's name is in any of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from rich.cells import cell_len
from textual.content import Content

from activities.reveal.words import TABLES, who_answers
from activities.session.contribution import Contribution
from activities.session.pace import forecast
from activities.session.rounds import Shift
from activities.session.session import Phase, Session
from activities.session.tables import awaited
from tui.widgets.big_lines import balanced, breakable
from tui.widgets.time_left import SOON

ENDING = 0.05
"""The share that is left when the room is asked to finish."""

MOST_DOTS = 30
"""The participants who are still shown as a dot each; above that the numbers must do."""


def time_words(left: timedelta, length: timedelta) -> str:
    """What to say beside the timer: nothing for most of the time, and nothing when the timer itself says `over by`."""
    share = left / length if length else 0.0
    if left < timedelta(0) or share > SOON:
        return ""
    if share <= ENDING:
        return "please finish now"
    minutes = ceil(left / timedelta(minutes=1))
    if left < timedelta(minutes=1):
        return "less than a minute left"
    return "1 minute left" if minutes == 1 else f"{minutes} minutes left"


@dataclass(frozen=True)
class Count:
    """How many have handed in, how many are at work, and of how many (0 where nobody said who would come)."""

    done: int
    at_work: int
    of: int
    tables: bool

    @property
    def words(self) -> str:
        """The count in words."""
        if not self.of:
            working = f", {self.at_work} at work" if self.at_work else ""
            return f"{self.done or 'nobody'} in{working}" if self.done or self.at_work else "nobody in yet"
        one, several = ("table", "tables") if self.tables else ("person", "people")
        return f"{self.done} of {self.of} {one if self.of == 1 else several} in"

    @property
    def dots(self) -> Content:
        """A filled dot for everyone who is in, an empty one for everyone who is not."""
        if not 0 < self.of <= MOST_DOTS:
            return Content("")
        done, rest = " ".join("●" * self.done), " ".join("○" * (self.of - self.done))
        return Content(" ").join(part for part in (Content.styled(done, "$done"), Content(rest)) if part.plain)


def count(session: Session, contributions: Sequence[Contribution]) -> Count:
    """How many have handed in the current activity in its current round."""
    state, activity = session.state(), session.current
    done = {one.participant.id for one in contributions if one.has_handed_in(activity, state.round)}
    begun = {one.participant.id for one in contributions if one.latest(activity, state.round)}
    expected = {one.id for one in awaited(session)} | (done if session.roster else set())
    tables = who_answers(session.roster, session.activity.by) is TABLES
    return Count(done=len(done), at_work=len(begun - done), of=len(expected), tables=tables)


def join_command(session: Session, command: str) -> str:
    """What is typed at a shared terminal to take part, where flipchart is started by `command`."""
    return f"{command} join {session.code}"


def join_words(session: Session, command: str) -> str:
    """How to take part."""
    return f"To take part: {join_command(session, command)}"


def moved_words(shift: Shift) -> str:
    """How many changed their minds since the round before: numbers, and nothing of who."""
    if not shift.movers and not shift.at_least:
        return f"None of {shift.both} changed anything"
    return f"{shift.count().capitalize()} changed something"


def ends_words(session: Session, now: datetime) -> str:
    """When it will end, by the clock on the wall here. How that is against the plan is the facilitator's alone."""
    return f"ends {forecast(session, now).ends.astimezone():%H:%M}"


def next_title(session: Session) -> str | None:
    """The title of the next activity that is not skipped, or None at the last."""
    after = session.neighbour(1)
    return after.title if after else None


def task_words(session: Session) -> str:
    """What the room is to do now, in this phase."""
    phase = session.state().phase
    if phase is Phase.WAITING:
        return "We begin in a moment." if session.workshop.position(session.current) == 0 else "In a moment."
    if phase is Phase.LOCKED and session.activity.answered:
        return "Hands off, please. We look together."
    return session.activity.instructions


def shorter_task_words(session: Session) -> str:
    """The same in few words, for large letters, where the workshop has such words; nothing otherwise."""
    is_the_task = task_words(session) == session.activity.instructions
    return (session.activity.task_short or "") if is_the_task else ""


def question_words(session: Session, now: datetime | None) -> str:
    """What the room is asked; in a pause that runs, until when it is, by the clock on the wall here."""
    question, timer = session.activity.question, session.state().timer
    runs = session.state().phase is Phase.OPEN and timer.running
    if session.activity.can_be_revealed or not runs or now is None or timer.remaining(now) <= timedelta(0):
        return question
    until = f"until {(now + timer.remaining(now)).astimezone():%H:%M}"
    return f"{question}, {until}" if question[-1].isalnum() else f"{question} {until.capitalize()}."


MORE = "… more on the handout"


def fitted(text: str, width: int, rows: int) -> list[str]:
    """The text in lines of `width` cells, at most `rows` of them (one at least); what does not fit is said, not cut."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines += balanced(breakable(paragraph, width), width, cell_len) or [""]
    return lines if len(lines) <= max(rows, 1) else [*lines[: max(rows - 1, 0)], MORE]
