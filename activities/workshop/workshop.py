"""A workshop: what a file says will happen, an agenda of activities."""

from collections.abc import Sequence

from pydantic import Field, field_validator

from activities.kinds.activity import Activity
from activities.kinds.audience import Audience
from activities.kinds.registry import AnyActivity
from activities.model import Definition, Id, Label, Passage
from activities.told_apart import told_apart
from activities.typed import quoted

Path = tuple[str | int, ...]
"""Where something stands in a definition: keys, and places in lists from 0."""

MOST_ACTIVITIES = 40
"""How many activities an agenda can have."""


class Workshop(Definition):
    """An agenda of activities. `follows` says which published document it draws on, `summary` what it is for."""

    id: Id
    title: Label
    summary: Passage
    follows: Passage | None = None
    activities: tuple[AnyActivity, ...] = Field(min_length=1, max_length=MOST_ACTIVITIES)

    _told_apart = field_validator("activities")(told_apart)

    @property
    def minutes(self) -> int:
        """The planned time of the whole agenda."""
        return sum(activity.length for activity in self.activities)

    def own(self, source: str) -> str:
        """The id of an activity of this workshop, which may be named with the workshop before it: `mine/goals`."""
        return source.removeprefix(f"{self.id}/")

    def position(self, activity: str) -> int:
        """Where on the agenda the activity stands, from 0. Raises KeyError for one that is not on it."""
        for position, candidate in enumerate(self.activities):
            if candidate.id == activity:
                return position
        raise KeyError(activity)

    def activity(self, activity: str) -> Activity:
        """The activity with this id. Raises KeyError for one that is not on the agenda."""
        return self.activities[self.position(activity)]


def broken_references(workshop: Workshop) -> list[tuple[Path, str]]:
    """Where an activity names one that does not stand where it must on the agenda: the place, and what is wrong.

    What an activity starts from comes before it, what it leads to comes after it.
    """
    agenda = workshop.activities
    return [
        *broken_sources([(activity.id, activity.starts_from) for activity in agenda], workshop.id),
        *_nothing_aside(workshop),
        *broken_leads([(activity.id, activity.leads_to) for activity in agenda]),
        *_unread(workshop),
    ]


def broken_sources(
    agenda: Sequence[tuple[str, Sequence[tuple[Path, str]]]], workshop: str = ""
) -> list[tuple[Path, str]]:
    """Where one starts from another that does not come before it.

    Of the agenda only each activity's id is known, and where in it which sources are named. A source in another workshop is a matter of the series that both are in.
    """
    problems: list[tuple[Path, str]] = []
    earlier: list[str] = []
    everywhere = {activity for activity, _ in agenda}
    for index, (activity, sources) in enumerate(agenda):
        known = ", ".join(quoted(one) for one in dict.fromkeys(earlier) if one)
        mend = f"name one that comes before, {known}" if known else "take it out"
        for path, named in sources:
            source = named.removeprefix(f"{workshop}/")
            if source in earlier or "/" in source:
                continue
            key = next(step for step in reversed(path) if isinstance(step, str))
            why = "comes no earlier on the agenda" if source in everywhere else "does not exist"
            problems.append((("activities", index, *path), f"‘{key}’ names {quoted(source)}, which {why}: {mend}"))
        earlier.append(activity)
    return problems


def _nothing_aside(workshop: Workshop) -> list[tuple[Path, str]]:
    """Where one asks for what was set aside in another of this workshop, in which nothing can be."""
    named = {activity.id: activity for activity in workshop.activities}
    asked = ((i, path, source) for i, one in enumerate(workshop.activities) for path, source in one.asks_for_aside)
    return [
        (
            ("activities", index, *path),
            f"nothing can be set aside in {quoted(source)}: name a card sort, or take it out",
        )
        for index, path, source in asked
        if (found := named.get(workshop.own(source))) is not None and not found.sets_aside
    ]


def broken_leads(agenda: Sequence[tuple[str, Sequence[tuple[Path, str]]]]) -> list[tuple[Path, str]]:
    """Where one leads to another that does not come after it."""
    problems: list[tuple[Path, str]] = []
    ids = [activity for activity, _ in agenda]
    for index, (_, named) in enumerate(agenda):
        later = ", ".join(quoted(one) for one in dict.fromkeys(ids[index + 1 :]))
        mend = f"name one that comes after, {later}" if later else "take it out"
        for path, after in named:
            if after in ids[index + 1 :]:
                continue
            key = next(step for step in reversed(path) if isinstance(step, str))
            why = "comes no later on the agenda" if after in ids else "does not exist"
            problems.append((("activities", index, *path), f"‘{key}’ names {quoted(after)}, which {why}: {mend}"))
    return problems


def _unread(workshop: Workshop) -> list[tuple[Path, str]]:
    """Where others are given to read what only its writer sees. What is in another workshop is not known here."""
    seen = {activity.id: activity.audience for activity in workshop.activities}
    return [
        (
            ("activities", index, *path),
            f"{quoted(source)} is seen by its writer alone, so nobody can read it: write ‘audience: offered’ there",
        )
        for index, activity in enumerate(workshop.activities)
        for path, named in activity.lets_read
        if seen.get(source := workshop.own(named)) is Audience.OWN
    ]
