"""The facilitator's script on the console: the cue that is due, the next one, and what to watch for and ask."""

from datetime import datetime, timedelta

from textual.content import Content

from activities.kinds.plan import Cue
from activities.session.running import Running
from activities.session.session import Session
from tui.console.standing import elapsed

FIRST_WORDS = 160
"""How many letters of the next cue are shown."""


def heading(session: Session, now: datetime) -> Content:
    """Which cue is due, and how long it has taken so far, of how many minutes."""
    cues, state = session.activity.cues, session.state()
    if not cues or session.closed:
        return Content("")
    cue = cues[min(state.cue, len(cues) - 1)]
    return Content.assemble(
        ("Say", "bold $now"), (f"   {state.cue + 1} of {len(cues)}", "$quiet"), "   ", _time(cue, state, session, now)
    )


def _time(cue: Cue, state: Running, session: Session, now: datetime) -> Content:
    planned = timedelta(minutes=cue.minutes) if cue.minutes else None
    if state.cued is None:
        return Content.styled(f"{cue.minutes} min" if planned else "", "$quiet")
    spent = max(now - state.cued, timedelta(0))
    if planned is None:
        return Content.styled(elapsed(spent), "$quiet")
    return Content.assemble(
        (elapsed(spent), "$late bold" if spent > planned else ""), (f" of {cue.minutes} min", "$quiet")
    )


def cues(session: Session) -> Content:
    """The cue that is due, in full, and under it, quiet, how the next one begins."""
    all_of_them = session.activity.cues
    at = min(session.state().cue, len(all_of_them) - 1)
    if not all_of_them:
        return Content("")
    due = Content.styled(all_of_them[at].say, "bold")
    if at + 1 == len(all_of_them):
        return due
    after = all_of_them[at + 1]
    length = f"  {after.minutes} min" if after.minutes else ""
    return Content.assemble(due, "\n\n", (f"↓ then{length}  {_beginning(after.say)}", "$quiet"))


def _beginning(words: str) -> str:
    if len(words) <= FIRST_WORDS:
        return words
    return f"{words[:FIRST_WORDS].rpartition(' ')[0]} …"


def beside(session: Session) -> Content:
    """What it is for, what to watch for, and what to ask."""
    activity = session.activity
    parts: list[Content] = []
    for name, lines in (
        ("Watch for", activity.watch),
        ("Ask", activity.discuss),
        ("What it is for", (activity.purpose,)),
    ):
        if lines:
            parts.append(Content.styled(name, "bold $now"))
            parts.extend(Content(line) for line in lines)
    return Content("\n\n").join(parts)
