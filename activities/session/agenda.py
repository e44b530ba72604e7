"""Changing the agenda while the session runs: an activity skipped, moved, or added on the spot.

A session carries its whole workshop, so nothing of this touches the workshop's file or another session.
"""

from collections.abc import Callable

from activities.kinds.activity import Activity
from activities.kinds.pause import Pause
from activities.kinds.plan import LONGEST
from activities.kinds.prompts import Prompt, Prompts
from activities.model import LINE_LIMIT, NAME_LIMIT
from activities.refusal import Refused
from activities.session.session import Session
from activities.typed import short_text

MOST = 40
"""The most activities that an agenda has."""


def skip(session: Session, activity: str) -> Session:
    """The room passes this activity by, or no longer does. Raises Refused for the one that it is at."""
    if activity == session.current:
        raise Refused("The room is at this activity now. Go on to another one first.")
    without = tuple(one for one in session.skipped if one != activity)
    skipped = without if activity in session.skipped else (*session.skipped, session.workshop.activity(activity).id)
    return session.model_copy(update={"skipped": skipped})


def move(session: Session, activity: str, by: int) -> Session:
    """The activity comes so many places later on the agenda, or earlier; at the ends nothing changes."""
    agenda = list(session.workshop.activities)
    position = session.workshop.position(activity)
    agenda.insert(min(max(position + by, 0), len(agenda) - 1), agenda.pop(position))
    return _with(session, agenda)


def drawn_on_too_late(session: Session, activity: str) -> tuple[str, str] | None:
    """The titles of an activity and one that it draws on, where moving `activity` made the source come after it."""
    ids = [one.id for one in session.workshop.activities]
    for position, one in enumerate(session.workshop.activities):
        for _, source in one.starts_from:
            if activity in (one.id, source) and source in ids[position + 1 :]:
                return one.title, session.workshop.activity(source).title
    return None


def add(session: Session, made: Callable[[str], Activity]) -> Session:
    """An activity comes next, after the one that the room is at; `made` makes it under an id that is free.

    Raises Refused where the agenda is full.
    """
    agenda = list(session.workshop.activities)
    if len(agenda) >= MOST:
        raise Refused(f"An agenda has {MOST} activities at most, and this one has them.")
    taken = {activity.id for activity in agenda}
    number = next(n for n in range(1, MOST + 2) if f"added-{n}" not in taken)
    agenda.insert(session.workshop.position(session.current) + 1, made(f"added-{number}"))
    return _with(session, agenda)


def question(words: str, minutes: int) -> Callable[[str], Activity]:
    """A question that everybody answers in writing. Raises Refused for words or minutes that cannot be."""
    asked, length = _line("question", words, LINE_LIMIT), _minutes(minutes)
    return lambda id: Prompts(
        id=id,
        title=_short(asked),
        minutes=length,
        purpose="A question that came up in the room.",
        question=asked,
        instructions="Answer in a sentence or two.",
        prompts=(Prompt(id="answer", prompt=asked),),
    )


def pause(words: str, minutes: int) -> Callable[[str], Activity]:
    """A break. Raises Refused for words or minutes that cannot be."""
    title, length = _line("title", words, NAME_LIMIT), _minutes(minutes)
    return lambda id: Pause(id=id, title=title, minutes=length, question=title)


def countdown(words: str, minutes: int) -> Callable[[str], Activity]:
    """Time for something that the room does away from the screens. Raises Refused for words or minutes that cannot be."""
    task, length = _line("task", words, LINE_LIMIT), _minutes(minutes)
    return lambda id: Pause(
        id=id,
        title=_short(task),
        minutes=length,
        purpose="Time for something that is done away from the screens.",
        question=task,
        instructions="We come back together when the time is over.",
    )


def _with(session: Session, agenda: list[Activity]) -> Session:
    workshop = session.workshop.model_copy(update={"activities": tuple(agenda)})
    return session.model_copy(update={"workshop": workshop})


def _line(what: str, typed: str, most: int) -> str:
    words = short_text(what, typed, most)
    if not words:
        raise Refused(f"Write the {what} first.")
    return words


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST:
        raise Refused(f"Give it 1 to {LONGEST} minutes.")
    return minutes


def _short(words: str) -> str:
    return words if len(words) <= NAME_LIMIT else f"{words[: NAME_LIMIT - 1].rstrip()}…"
