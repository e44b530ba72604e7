"""What stands in the console's panels: the agenda, the script, who is in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from textwrap import fill

from textual.content import Content

from activities.session.pace import forecast
from activities.session.seats import Seat
from activities.session.session import Phase, Running, Session
from activities.session.timer import clock_face

TO_DO = {
    Phase.WAITING: "Press o to open it to the room.",
    Phase.OPEN: "Press l when time is up: hands off.",
    Phase.LOCKED: "Press r to show the room its results.",
    Phase.REVEALED: "Talk about it. Press n for what comes next.",
}
"""The one thing for the facilitator to do, by phase."""

BRIEF_TO_DO = {
    Phase.WAITING: "Press o to begin.",
    Phase.OPEN: "Press r to put the points on the projector.",
    Phase.LOCKED: "Press r to put the points on the projector.",
    Phase.REVEALED: "Talk about it. Press n for what comes next.",
}
"""The same for what nobody answers."""


LAST_TO_DO = "Talk about it. Press x to write the PDFs and close."
"""The same at the end of the agenda."""


def headline(session: Session, now: datetime) -> Content:
    """Title and code on the left of the first line."""
    closed = f"   closed {session.closed.astimezone():%H:%M}" if session.closed else ""
    return Content.assemble((session.title, "bold"), "  ", (" ".join(session.code), "$now bold"), (closed, "$done"))


def clock(session: Session, now: datetime) -> Content:
    """The time of day, whether the session is behind, and when it will end."""
    expected = forecast(session, now)
    late = expected.behind >= timedelta(minutes=1)
    return Content.assemble(
        f"{now.astimezone():%H:%M}",
        "   ",
        (pace(expected.behind), "$late" if late else "$quiet"),
        "   ",
        (f"ends {expected.ends.astimezone():%H:%M}", "$quiet"),
    )


def pace(behind: timedelta) -> str:
    """How far the session is behind its plan, in words and whole minutes."""
    minutes = round(behind.total_seconds() / 60)
    if not minutes:
        return "on time"
    many = f"{abs(minutes)} minute{'' if abs(minutes) == 1 else 's'}"
    return f"{many} {'behind' if minutes > 0 else 'ahead'}"


def agenda(session: Session, now: datetime, width: int) -> Content:
    """Every activity with its planned minutes and, once it has begun, the minutes it took; lines of `width` cells."""
    lines = []
    for activity in session.workshop.activities:
        state = session.state(activity.id)
        here = activity.id == session.current
        done = state.ended is not None or state.phase is Phase.REVEALED
        mark, style = ("▸", "$now bold") if here else ("✓", "$done") if done else (" ", "")
        times = f"{activity.length} min"
        if state.began:
            times = f"{_minutes(state.took(now))} of {times}"
        title = fill(activity.title, max(width, 12), initial_indent=f"{mark} ", subsequent_indent="  ")
        lines.append(Content.assemble((title, style), "\n", (f"  {times}", "$quiet")))
    return Content("\n\n").join(lines)


def _minutes(spent: timedelta) -> int:
    return round(spent.total_seconds() / 60)


def standing(session: Session, now: datetime, *, watching: bool = False) -> Content:
    """The phase of the current activity, its timer, what the room sees, and the one thing to do."""
    state = session.state()
    to_do = (TO_DO if session.activity.answered else BRIEF_TO_DO)[state.phase]
    if state.phase is Phase.REVEALED and session.current == session.workshop.activities[-1].id:
        to_do = LAST_TO_DO
    again = f"  ·  round {state.round}" if state.round > 1 else ""
    return Content.assemble(
        (state.phase.value, "bold"),
        (again, "bold"),
        "  ·  ",
        _timer(state, now),
        "\n",
        (WATCHING, "$late") if watching else (to_do, "$now"),
        "\n",
        (_room(session), "$late"),
    )


WATCHING = "Another console rules. Here you watch; press t to take over."


def _timer(state: Running, now: datetime) -> Content:
    left = state.timer.remaining(now)
    planned = f"{_minutes(state.timer.length)} min"
    stopped = "  ·  timer stands still" if state.phase is Phase.OPEN and not state.timer.running else ""
    if state.phase is Phase.WAITING:
        return Content.assemble((f"{planned} planned", "bold"), (stopped, "$quiet"))
    if left < timedelta(0):
        return Content.assemble((clock_face(left), "$late bold"), (stopped, "$quiet"))
    return Content.assemble((f"{clock_face(left)} left", "bold"), (f" of {planned}{stopped}", "$quiet"))


def _room(session: Session) -> str:
    """What is out of the ordinary on the projector, in words."""
    frozen = session.shown.frozen
    parts = [
        "The room is blank (.)." if session.shown.blank else "",
        f"The room is frozen at ‘{session.workshop.activity(frozen.activity).title}’ (f)." if frozen else "",
        "The room sees a discussion question (d)." if session.shown.question is not None else "",
        "The room sees before and after (c)." if session.shown.compare else "",
    ]
    return " ".join(part for part in parts if part)


def script(session: Session) -> Content:
    """What to say, what to watch for, what to ask."""
    activity = session.activity
    parts: list[Content] = [Content.styled(activity.purpose, "$quiet")]
    for heading, lines in (("Say", [cue.say for cue in activity.cues]), ("Watch for", activity.watch), ("Ask", activity.discuss)):
        if lines:
            parts.append(Content.styled(heading, "bold $now"))
            parts.extend(Content(line) for line in lines)
    return Content("\n\n").join(parts)


def who(seats: Sequence[Seat]) -> Content:
    """Everyone with a mark: handed in, at work, or not begun."""
    if not seats:
        return Content.styled("Nobody has sat down yet.", "$quiet")
    return Content("\n").join(_row(seat) for seat in seats)


def _row(seat: Seat) -> Content:
    if seat.handed_in:
        return Content.assemble(("✓ ", "$done"), seat.participant.name)
    if seat.progress and seat.progress.begun:
        so_far = f"  {seat.progress.done} of {seat.progress.of}"
        return Content.assemble("… ", seat.participant.name, (so_far, "$quiet"))
    return Content.assemble("  ", (seat.participant.name, "$quiet"), ("  –", "$quiet"))


def in_of(seats: Sequence[Seat]) -> str:
    """How many have handed in, of how many."""
    return f"in {sum(seat.handed_in for seat in seats)} of {len(seats)}"
