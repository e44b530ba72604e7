"""Changing the agenda while the session runs: an activity skipped, moved, or added on the spot.

A session carries its whole workshop, so nothing of this touches the workshop's file or another session.
"""

from collections.abc import Callable, Sequence

from activities.kinds.activity import Activity
from activities.kinds.activity import words as words_of
from activities.kinds.audience import Audience
from activities.kinds.choice import Choice, Option
from activities.kinds.dot_vote import DotVote
from activities.kinds.items import MOST_ITEMS, Item
from activities.kinds.pause import Pause
from activities.kinds.plan import LONGEST
from activities.kinds.prompts import Prompt, Prompts
from activities.model import LINE_LIMIT, NAME_LIMIT
from activities.refusal import Refused
from activities.session.session import Session
from activities.typed import short_text

MOST = 40
"""The most activities that an agenda has."""

MOST_QUICK = 5
"""The most options of a choice that is added on the spot."""

QUICK_DOTS = 3
"""The dots that everybody has in a vote that is added on the spot."""


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


def choice(words: str, minutes: int, lines: Sequence[str]) -> Callable[[str], Activity]:
    """One of two to five options, a line each. Raises Refused for words, minutes or options that cannot be."""
    asked, length = _line("question", words, LINE_LIMIT), _minutes(minutes)
    labels = _told_apart("option", lines, NAME_LIMIT)
    if not 2 <= len(labels) <= MOST_QUICK:
        raise Refused(f"Write two to five options, one a line: there {_are(len(labels))}.")
    options = tuple(Option(id=f"option-{number}", label=label) for number, label in enumerate(labels, 1))
    return lambda id: Choice(
        id=id,
        title=_short(asked),
        minutes=length,
        purpose="A question that came up in the room.",
        question=asked,
        instructions="Choose one.",
        options=options,
    )


def vote(words: str, minutes: int, lines: Sequence[str], gather: str | None = None) -> Callable[[str], Activity]:
    """Three dots each for what stands in the lines; without any, for what is gathered of an earlier activity's answers.

    Raises Refused for words, minutes or items that cannot be, and where there is neither.
    """
    asked, length = _line("question", words, LINE_LIMIT), _minutes(minutes)
    labels = _told_apart("item", lines, LINE_LIMIT)
    if len(labels) > MOST_ITEMS:
        raise Refused(f"Write {MOST_ITEMS} items at most, one a line: there are {len(labels)}.")
    if len(labels) == 1 or not (labels or gather):
        raise Refused(f"Write two items or more, one a line: there {_are(len(labels))}.")
    items = tuple(Item(id=f"item-{number}", label=label) for number, label in enumerate(labels, 1))
    return lambda id: DotVote(
        id=id,
        title=_short(asked),
        minutes=length,
        purpose="To see what matters most to the room.",
        question=asked,
        instructions=f"Put your {QUICK_DOTS} dots on what matters most to you.",
        items=items,
        gather=None if items else gather,
        dots=QUICK_DOTS,
    )


def written_before(session: Session) -> Activity | None:
    """The activity of whose answers a vote that comes next can be made, up to where the room is; None where there is none.

    The last that people write in and that has begun; where none of them has, the last.
    """
    agenda = session.workshop.activities[: session.workshop.position(session.current) + 1]
    found = [one for one in agenda if one.id not in session.skipped and one.audience is not Audience.OWN]
    written = [one for one in found if _is_written_in(one)]
    begun = [one for one in written if session.state(one.id).began]
    return next(reversed(begun or written), None)


def _is_written_in(activity: Activity) -> bool:
    """Whether people's own words come of it."""
    return words_of.dispatch(type(activity)) is not words_of.dispatch(object)


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


def _told_apart(what: str, lines: Sequence[str], most: int) -> list[str]:
    """The lines with something on them. Raises Refused for one that cannot be, and for one that is there twice."""
    labels: list[str] = []
    for line in lines:
        label = short_text(what, line, most)
        if label.casefold() in {one.casefold() for one in labels}:
            raise Refused(f"‘{label}’ is there twice.")
        labels += [label] if label else []
    return labels


def _are(number: int) -> str:
    return "is one" if number == 1 else f"are {number}" if number else "is none"


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST:
        raise Refused(f"Give it 1 to {LONGEST} minutes.")
    return minutes


def _short(words: str) -> str:
    return words if len(words) <= NAME_LIMIT else f"{words[: NAME_LIMIT - 1].rstrip()}…"
