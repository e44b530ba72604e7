"""What stands in the console's panels: the times, the agenda, who is in, and what is left of a session that is closed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from textwrap import fill

from textual.content import Content

from activities.kinds.activity import Summary, led_to
from activities.session.pace import forecast
from activities.session.seats import Seat
from activities.session.session import Session
from tui.console.standing import minutes


def headline(session: Session) -> Content:
    """Title and code on the left of the first line, and when it was closed."""
    closed = f"   closed {session.closed.astimezone():%H:%M}" if session.closed else ""
    return Content.assemble((session.title, "bold"), "  ", (" ".join(session.code), "$now bold"), (closed, "$done"))


def clock(session: Session, now: datetime) -> Content:
    """The time of day, whether the session is behind, and when it will end; once it is closed, the time of day."""
    if session.closed:
        return Content(f"{now.astimezone():%H:%M}")
    expected = forecast(session, now)
    late = expected.behind >= timedelta(minutes=1)
    return Content.assemble(
        f"{now.astimezone():%H:%M}",
        "   ",
        (expected.pace, "$late" if late else "$quiet"),
        "   ",
        (f"ends {expected.ends.astimezone():%H:%M}", "$quiet"),
    )


def agenda(session: Session, now: datetime, width: int) -> Content:
    """Every activity with its planned minutes and, once it has begun, the minutes it took; lines of `width` cells."""
    lines = []
    for activity in session.workshop.activities:
        state = session.state(activity.id)
        here = activity.id == session.current
        skipped = activity.id in session.skipped
        mark, style = _mark(here, state.ended is not None, skipped)
        times = "skipped" if skipped else f"{activity.length} min"
        if state.began:
            times = f"{minutes(state.took(now))} of {times}"
        title = fill(activity.title, max(width, 12), initial_indent=f"{mark} ", subsequent_indent="  ")
        lines.append(Content.assemble((title, style), "\n", (f"  {times}", "$quiet")))
    return Content("\n\n").join(lines)


def _mark(here: bool, ended: bool, skipped: bool) -> tuple[str, str]:
    if here:
        return "▸", "$now bold"
    if skipped:
        return "–", "$quiet"
    return ("✓", "$done") if ended else (" ", "")


def over(session: Session, written: str) -> Content:
    """What a closed session leaves behind: the files that were `written` just now and where, and until when it is kept."""
    lines = []
    if written:
        lines += [Content.styled("The files", "bold $now"), Content(written)]
    kept = f"until {session.delete_on.isoformat()}" if session.delete_on else "until you delete it"
    lines += [Content.styled("What is kept", "bold $now"), Content(f"Everyone's work and all that was noted, {kept}.")]
    return Content("\n\n").join(lines)


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


def leads(session: Session, summary: Summary) -> Content:
    """Where what the room chose so far leads, and how to go there: nothing opens by itself."""
    ids = [one for one in led_to(session.activity, summary) if one in session.kinds]
    if not ids:
        return Content("")
    titles = " or ".join(f"‘{session.workshop.activity(one).title}’" for one in ids)
    return Content.assemble(("\n\nleads to ", "$quiet"), (titles, "bold $now"), ("\npress g to go there", "$quiet"))
