"""A participant at a shared terminal: what they go on from, what they give, and when they must stop."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from activities.kinds.activity import Activity, Offer, Response, blank, offers, who_sees
from activities.kinds.feedback import Feedback
from activities.session.again import baseline
from activities.session.contribution import Contribution, Participant, Version
from activities.session.enquired import told_to_writers
from activities.session.looking_back import own_work
from activities.session.privacy import SMALLEST_GROUP
from activities.session.ring import Remark, remarks, works_for
from activities.session.session import Phase, Session

OVER = "The session is over. Thank you."
HANDS_OFF = "Hands off, please. We look together."
WHAT_COUNTS = "What is here when time is up counts."
"""The room's results have in them what was never handed in."""
DRAFTS_COUNT = "Drafts count too."
"""The same where there is little room."""
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True)
class Stop:
    """Why somebody must stop, in words, and whether there is something to go on with."""

    words: str
    go_on: bool = False


@dataclass(frozen=True)
class Sitting:
    """Who sits down at which terminal, in which session, with what they gave before.

    `alone` tells that they were not open at another terminal when they sat down. `table` is what the table has given at
    which they sit, where they sit at one. `everyone` is what all have given, for what they see of one another's work, and
    `smallest` the smallest group of which the room sees answers.
    """

    session: Session
    participant: Participant
    contribution: Contribution
    terminal: str = ""
    alone: bool = True
    table: Contribution | None = None
    everyone: tuple[Contribution, ...] = ()
    smallest: int = SMALLEST_GROUP

    @property
    def activity(self) -> Activity:
        """What they work on."""
        return self.session.activity

    @property
    def round(self) -> int:
        """In which round, from 1."""
        return self.session.state().round

    @property
    def start(self) -> Version | None:
        """The version they go on from."""
        return self.contribution.start_of(self.activity.id, self.round)

    @property
    def response(self) -> Response:
        """What they go on from."""
        if self.start:
            return self.start.response
        first = baseline(self.session, self.contribution, self.activity) if self.activity.goes_on else None
        return first.response if first else blank(self.activity)

    @property
    def round_words(self) -> str:
        """Which round it is and what they go on from, where it is not the first."""
        if self.round == 1:
            return ""
        before = self.contribution.start_of(self.activity.id, self.round - 1)
        whose = f": from your {ordinal(before.round)} answer" if before else ""
        return f"{ordinal(self.round)} round{whose}"

    @property
    def who_sees(self) -> str:
        """What they are told before they give anything: who sees it, and what of it counts."""
        return f"{self._who_sees} {WHAT_COUNTS}"

    @property
    def who_sees_short(self) -> str:
        """The same where there is little room."""
        return f"{self._who_sees} {DRAFTS_COUNT}"

    @property
    def who_sees_offered(self) -> str:
        """What they are told of what they have just offered."""
        named = ", the facilitator with it" if self._named else ""
        return f"Offered: the room sees this without your name{named}. F7 takes it back."

    @property
    def _who_sees(self) -> str:
        """Who sees it; in a programme the facilitator too, who follows each enquiry."""
        said = who_sees(self.activity)
        return f"{said} {self._named}" if self._named and self._named not in said else said

    @property
    def _named(self) -> str:
        """What the facilitator sees with their name; nothing where that is nothing."""
        return told_to_writers(self.session.workshop, self.activity) if self.session.programme else ""

    @property
    def offered(self) -> Mapping[str, tuple[Offer, ...]]:
        """What their own earlier responses and their table's offer, by activity, from the last round of each.

        Where they comment on another's work it is the works that they may read, by whose they are.
        """
        if isinstance(self.activity, Feedback):
            works = works_for(self.session, self.everyone, self.activity, self.participant, self.smallest)
            return {work.to: work.parts for work in works}
        sources = dict.fromkeys(source for _, source in self.activity.starts_from)
        found = {source: (*self._newest(self.contribution, source), *self._of_table(source)) for source in sources}
        return {source: offered for source, offered in found.items() if offered}

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What others have written about their work at this activity, or about their table's."""
        found = remarks(self.session, self.everyone)
        whose = (self.participant.id, self.table.participant.id if self.table else "")
        return tuple(remark for one in whose for remark in found.get((one, self.activity.id), ()))

    def _of_table(self, source: str) -> tuple[Offer, ...]:
        if self.table is None:
            return ()
        name = self.session.name_of(self.table.participant)
        return tuple(
            offer.model_copy(update={"heading": f"{offer.heading} · {name}"})
            for offer in self._newest(self.table, source)
        )

    @property
    def earlier(self) -> tuple[tuple[Activity, Response], ...]:
        """What they gave in the activities that this one speaks of, or else their table, to look back at."""
        return own_work(self.session, self.contribution, self.table)

    def _newest(self, contribution: Contribution, source: str) -> tuple[Offer, ...]:
        """What the last round of an earlier activity offers that somebody took part in, in this session or before it."""
        own = self.session.workshop.own(source)
        if own in self.session.kinds:
            rounds = contribution.by_round(own)
            return offers(self.session.workshop.activity(own), rounds[max(rounds)]) if rounds else ()
        carried = next((one for one in contribution.carried if one.activity == source), None)
        activity = self.session.earlier.get(source)
        return offers(activity, carried.response) if activity and carried else ()

    def record(self, kept: Contribution, response: Response, at: datetime, *, handed_in: bool) -> Contribution:
        """What is kept once they have given this.

        The draft that they went on from makes room for it, unless it was written on since, is open elsewhere, or is
        what the room was shown.
        """
        start, since = self.start, self.session.state().reveals
        if self.alone and start and (start.round, start.since, start.handed_in) == (self.round, since, False):
            kept = kept.model_copy(update={"versions": tuple(v for v in kept.versions if v != start)})
        return kept.record(
            self.activity.id,
            response,
            at=at,
            round_number=self.round,
            handed_in=handed_in,
            terminal=self.terminal,
            since=since,
        )

    def ring(self, kept: Contribution, own: Response) -> list[Response]:
        """Their own response, and after it what else there is from other terminals, newest first."""
        found = [own]
        for version in kept.others_than(self.terminal, self.activity.id, self.round):
            if version != self.start and version.response not in found:
                found.append(version.response)
        return found

    def stop(self, session: Session) -> Stop | None:
        """Whether they must stop, as the session is now, and why."""
        if session.closed:
            return Stop(f"{OVER} Your work is kept.")
        here = session.current == self.activity.id and session.state().round == self.round
        may = session.may_work(self.participant.id)
        if here:
            locked = session.state().phase in (Phase.LOCKED, Phase.REVEALED)
            return None if may else Stop(f"{HANDS_OFF if locked else 'One moment, please.'} Your work is kept.")
        if not may:
            return Stop("Look to the front, please. Your work is kept.")
        if session.current == self.activity.id:
            what = f"The {ordinal(session.state().round)} round is open."
        else:
            what = f"The room is at ‘{session.activity.title}’ now."
        return Stop(f"{what} Your work is kept. Press Enter to go on.", go_on=True)


def ordinal(number: int) -> str:
    """First, second and so on."""
    return ORDINALS[number - 1] if number <= len(ORDINALS) else f"{number}th"
