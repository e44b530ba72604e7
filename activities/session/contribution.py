"""All that one participant has given in a session: every round and version of their responses."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from pydantic import Field

from activities.kinds.activity import Response
from activities.kinds.registry import AnyResponse
from activities.model import Frozen, Id, Moment, Name, Round
from activities.session.pin import Pin, Tries


class Participant(Frozen):
    """A person, or a table or school that answers together; `at` is the id of the table that a person sits at.

    Ids tell nothing about who it is.
    """

    id: Id
    name: Name
    at: Id | None = None


class Version(Frozen):
    """A response as it stood at one time (UTC): still being worked on, or handed in.

    `terminal` tells apart the terminals it was written on, should the same person be open on two. `since` counts how
    often the activity had been revealed when it was written: what is on show is what was written before its reveal,
    whatever the clocks of the terminals say.
    """

    activity: str
    round: Round
    at: Moment
    handed_in: bool
    response: AnyResponse
    terminal: str = ""
    since: int = Field(default=0, ge=0)


class Contribution(Frozen):
    """The participant, and every version of every response, oldest first within an activity and round.

    `carried` is what they gave in earlier sessions of the programme and this session starts from, under the names that
    it has for those activities.
    """

    participant: Participant
    versions: tuple[Version, ...] = ()
    pin: Pin | None = None
    tries: Tries = Tries()
    carried: tuple[Version, ...] = ()

    def fitting(self, kinds: Mapping[str, str]) -> "Contribution":
        """Without what answers an activity that is not on the agenda, or one of another kind; `kinds` is by activity."""
        if all(kinds.get(version.activity) == version.response.kind for version in self.versions):
            return self
        fits = tuple(version for version in self.versions if kinds.get(version.activity) == version.response.kind)
        return self.model_copy(update={"versions": fits})

    def latest(self, activity: str, round_number: int = 1, until: int | None = None) -> Version | None:
        """The version that counts: the last one, handed in or not; with `until`, the last before that reveal, from 1."""
        return next(
            (
                version
                for version in reversed(self.versions)
                if (version.activity, version.round) == (activity, round_number)
                and (until is None or version.since < until)
            ),
            None,
        )

    def by_round(self, activity: str) -> dict[int, Response]:
        """The response that counts of every round this participant took part in, by the round's number."""
        numbers = sorted({version.round for version in self.versions if version.activity == activity})
        found = {number: self.latest(activity, number) for number in numbers}
        return {number: version.response for number, version in found.items() if version}

    def has_handed_in(self, activity: str, round_number: int = 1) -> bool:
        """Whether the version that counts was handed in."""
        version = self.latest(activity, round_number)
        return version is not None and version.handed_in

    def start_of(self, activity: str, round_number: int = 1) -> Version | None:
        """What one goes on from in a round: its latest version, or that of the nearest round before it."""
        rounds = range(round_number, 0, -1)
        return next((version for n in rounds if (version := self.latest(activity, n)) is not None), None)

    def others_than(self, terminal: str, activity: str, round_number: int = 1) -> tuple[Version, ...]:
        """The versions in a round that were written on other terminals, newest first."""
        same = [v for v in self.versions if (v.activity, v.round) == (activity, round_number)]
        return tuple(version for version in reversed(same) if version.terminal != terminal)

    def record(
        self,
        activity: str,
        response: Response,
        *,
        at: datetime,
        round_number: int = 1,
        handed_in: bool = False,
        terminal: str = "",
        since: int = 0,
    ) -> "Contribution":
        """This response is now the one that counts.

        A draft is replaced by the next draft or by the hand-in from the same terminal. What was handed in stays, and so
        does what another terminal wrote and what stood when the activity was revealed: what follows is a new version
        beside it.
        """
        where = (activity, round_number, terminal, since)
        version = Version(
            activity=activity,
            round=round_number,
            at=at,
            handed_in=handed_in,
            response=response,
            terminal=terminal,
            since=since,
        )
        kept = [v for v in self.versions if v.handed_in or (v.activity, v.round, v.terminal, v.since) != where]
        return self.model_copy(update={"versions": (*kept, version)})


def responses_to(
    contributions: Iterable[Contribution], activity: str, round_number: int = 1, until: int | None = None
) -> list[Response]:
    """The responses that count for an activity in a round, one a participant; with `until`, before that reveal."""
    found = (contribution.latest(activity, round_number, until) for contribution in contributions)
    return [version.response for version in found if version is not None]
