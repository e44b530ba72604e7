"""What the console says of the activity the room is at: its phase, its time, the one thing to do, and what the room sees."""

from datetime import datetime, timedelta

from textual.content import Content

from activities.session.running import Running
from activities.session.session import Phase, Session
from activities.session.timer import clock_face
from tui.console.projector import Seen

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

PAUSE_TO_DO = {**BRIEF_TO_DO, Phase.OPEN: "Press n when it is over."}
"""The same for what has nothing to reveal."""

GATHER_TO_DO = "Press i to gather the list, then o to open it."
"""The same while there is nothing to weigh yet."""

LAST_TO_DO = "Talk about it. Press x to write the PDFs and close."
LAST_PAUSE_TO_DO = "Press x to write the PDFs and close when it is over."
"""The same at the end of the agenda."""

WATCHING = "Another console rules. Here you watch; press t to take over."
CLOSED = "This session is closed. Press x to open it again."


def standing(session: Session, now: datetime, seen: Seen, *, watching: bool = False) -> Content:
    """Four lines: the phase and the time, what to do, what the room sees, and what it sees next."""
    state = session.state()
    again = f"  ·  round {state.round}" if state.round > 1 else ""
    first = Content.assemble((state.phase.value, "bold"), (again, "bold"), "  ·  ", _time(session, state, now))
    if session.closed:
        first = Content.styled("closed", "bold")
    to_do = (WATCHING, "$late") if watching else (CLOSED, "$now") if session.closed else (_to_do(session), "$now")
    after = [("  ·  next: ", "$quiet"), (seen.next, "$quiet")] if seen.next else []
    room = Content.assemble(
        ("room sees: ", "$quiet"), (seen.now, "$late" if seen.unusual else ""), (seen.away, "$quiet"), *after
    )
    return Content("\n").join([first, Content.assemble(to_do), room])


def _to_do(session: Session) -> str:
    phase = session.state().phase
    last = session.neighbour(1) is None
    if not session.activity.can_be_revealed:
        return LAST_PAUSE_TO_DO if last and phase is not Phase.WAITING else PAUSE_TO_DO[phase]
    if session.activity.gathers and not session.activity.gathered_items:
        return GATHER_TO_DO
    if last and phase is Phase.REVEALED:
        return LAST_TO_DO
    return (TO_DO if session.activity.answered else BRIEF_TO_DO)[phase]


def _time(session: Session, state: Running, now: datetime) -> Content:
    if state.phase is Phase.WAITING:
        return _planned(session, state, now)
    what = " to talk" if state.hands_off and state.talk else ""
    left = state.clock.remaining(now)
    stopped = "" if state.clock.running else "  ·  timer stands still"
    if left < timedelta(0):
        return Content.assemble((clock_face(left), "$late bold"), (f"{what}{stopped}", "$quiet"))
    length = f" of {minutes(state.clock.length)} min"
    return Content.assemble((f"{clock_face(left)} left{what}", "bold"), (f"{length}{stopped}", "$quiet"))


def _planned(session: Session, state: Running, now: datetime) -> Content:
    """How long it will be open; and how long it has been explained, of how much, where that is planned."""
    explain = timedelta(minutes=session.activity.parts.explain) if session.activity.answered else timedelta(0)
    planned = f"{minutes(state.timer.length)} min planned"
    if not explain or state.here is None:
        return Content.styled(planned, "bold")
    spent = state.took(now)
    style = "$late bold" if spent > explain else "bold"
    return Content.assemble(
        ("explain  ", "$quiet"),
        (f"{elapsed(spent)} of {minutes(explain)} min", style),
        (f"  ·  then {planned}", "$quiet"),
    )


def minutes(spent: timedelta) -> int:
    """Whole minutes, rounded."""
    return round(spent.total_seconds() / 60)


def elapsed(spent: timedelta) -> str:
    """A time that something has taken, as `m:ss`; seconds that are not over yet do not count."""
    return clock_face(timedelta(seconds=int(spent.total_seconds())))
