"""A series: workshops in an order over a year, for the same people."""

from pydantic import Field

from activities.model import Definition, Id, Label, Mark, Passage

MOST_SESSIONS = 24
"""How many sessions a series can have."""


class Planned(Definition):
    """One session of a series: which workshop, when in the year, how long, and what for.

    `repeats` says that it may be held more than once, as a cycle of collecting evidence is.
    """

    workshop: Id
    title: Label | None = None
    when: Label
    minutes: int = Field(ge=5, le=600)
    purpose: Passage
    repeats: bool = False


class Series(Definition):
    """The sessions in their order. `follows` says which published document it draws on, `summary` what it is for.

    `covers` are the marks of the published documents that its order itself answers to, such as meeting again to write up.
    """

    id: Id
    title: Label
    summary: Passage
    follows: Passage | None = None
    covers: tuple[Mark, ...] = ()
    sessions: tuple[Planned, ...] = Field(min_length=1, max_length=MOST_SESSIONS)

    @property
    def minutes(self) -> int:
        """The planned time of all its sessions."""
        return sum(one.minutes for one in self.sessions)
