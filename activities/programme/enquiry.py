"""What a person's enquiry has come to in the sessions of a programme, as the facilitator may see it.

It has their name on it, and so it holds less than their handout: their question, their plan and their log as far as
those are for the room or are offered to it, and the dates in them. What somebody keeps is not here, nor is what the
facilitator took out of sight; that something was written is. Of what is counted alone nothing is here. Writers are told
so before they begin (`activities.session.enquired`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from activities.kinds.activity import Activity, Response, first_page
from activities.kinds.audience import Audience
from activities.kinds.traces import Part, Trace, may_be_seen
from activities.model import Frozen
from activities.session.contribution import Participant
from activities.session.enquired import traces_in
from activities.session.session import Session
from activities.session.tables import TakenHome
from activities.workshop.workshop import Workshop

THEIRS_ALONE = "Written, and theirs alone."
NOT_OFFERED = "Written, and not offered."
REST_NOT_OFFERED = "The rest is written, and not offered."
TAKEN_OUT = "Something is taken out of sight."
COUNTED_ALONE = "Answered. It is counted, and shown with nobody’s name."


class Share(Frozen):
    """What one activity adds to an enquiry: when it was written, and the traces of one part.

    `source` names the activity with its workshop before it, `instead` the earlier one that it goes on from, as a log
    does. `together` is the table that wrote it, where it is the table's.
    """

    source: str
    instead: str = ""
    on: date
    activity: str
    together: str = ""
    traces: tuple[Trace, ...]


class Kept(Frozen):
    """That something was written at an activity which is not shown, and why."""

    session: str
    on: date
    activity: str
    why: str


class Ahead(Frozen):
    """A date to come back to, and what there is to do on it."""

    day: date
    what: str


class Enquiry(Frozen):
    """A person's enquiry, each part in the order in which it was written; of a question only what changed it."""

    question: tuple[Share, ...] = ()
    plan: tuple[Share, ...] = ()
    log: tuple[Share, ...] = ()
    kept: tuple[Kept, ...] = ()
    dates: tuple[Ahead, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether anything was written, shown or not."""
        return bool(self.question or self.plan or self.log or self.kept)

    def ahead(self, today: date) -> tuple[Ahead, ...]:
        """The dates that are still to come, today's too, the nearest first."""
        return tuple(one for one in self.dates if one.day >= today)

    def past(self, today: date) -> tuple[Ahead, ...]:
        """The dates that are over and of which nobody has told what happened."""
        return tuple(one for one in self.dates if one.day < today)


@dataclass(frozen=True)
class Attended:
    """What somebody gave in a session, and their table."""

    session: Session
    given: TakenHome


def enquiry(attended: Iterable[Attended]) -> Enquiry:
    """What it has come to, from the sessions in the order in which they were held."""
    parts: dict[Part, list[Share]] = {part: [] for part in Part}
    kept: list[Kept] = []
    for one in attended:
        for activity in one.session.held:
            found = _given(one, activity)
            if found is None:
                continue
            whose, response = found
            everything = traces_in(one.session.workshop, activity, response)
            seen = _seen(one.session, whose, activity, response, everything)
            if why := _why_kept(one.session, activity, response, everything, seen):
                kept.append(
                    Kept(session=one.session.workshop.title, on=one.session.date, activity=activity.title, why=why)
                )
            together = one.session.name_of(whose) if whose.id != one.given.own.participant.id else ""
            for part, shares in parts.items():
                if its := tuple(trace for trace in seen if trace.part is part):
                    shares.append(_share(one.session, activity, together, its))
    plan, log = tuple(_newest(parts[Part.PLAN])), tuple(_newest(parts[Part.LOG]))
    return Enquiry(
        question=tuple(_changes(parts[Part.QUESTION])),
        plan=plan,
        log=log,
        kept=tuple(kept),
        dates=_dates((*plan, *log)),
    )


def _given(one: Attended, activity: Activity) -> tuple[Participant, Response] | None:
    """What was given to an activity in its last round, by themselves or else by their table, and by which of them."""
    rounds = one.given.by_round(activity)
    if not rounds or not rounds[max(rounds)].begun:
        return None
    of_table = one.given.table if one.given.of_table(activity) else None
    return (of_table or one.given.own).participant, rounds[max(rounds)]


def _seen(
    session: Session, whose: Participant, activity: Activity, response: Response, everything: Sequence[Trace]
) -> tuple[Trace, ...]:
    """What may be seen of the traces, without what was taken out of sight."""
    hidden = {one.field for one in session.hidden if (one.participant, one.activity) == (whose.id, activity.id)}
    found = []
    for trace in everything:
        seen = None if trace.field in hidden else may_be_seen(activity, response, trace)
        if seen:
            found.append(seen.model_copy(update={"note": ""}) if seen.note_field in hidden else seen)
    return tuple(found)


def _why_kept(
    session: Session, activity: Activity, response: Response, everything: Sequence[Trace], seen: Sequence[Trace]
) -> str:
    """Why not all is here that they take home or that belongs to an enquiry; nothing where all is, or there is none."""
    if len(seen) == len(everything) and (everything or not first_page(activity, response)):
        return ""
    if activity.audience is Audience.OWN:
        return THEIRS_ALONE
    if activity.audience is Audience.OFFERED:
        return REST_NOT_OFFERED if seen else NOT_OFFERED
    return TAKEN_OUT if everything else COUNTED_ALONE


def _share(session: Session, activity: Activity, together: str, its: tuple[Trace, ...]) -> Share:
    workshop = session.workshop
    return Share(
        source=_whole(workshop, activity.id),
        instead=_whole(workshop, activity.again) if activity.again and activity.goes_on else "",
        on=session.date,
        activity=activity.title,
        together=together,
        traces=its,
    )


def _whole(workshop: Workshop, source: str) -> str:
    return source if "/" in source else f"{workshop.id}/{source}"


def _changes(shares: Iterable[Share]) -> Iterable[Share]:
    """The wordings of a question but for those that only repeat another: what is rewritten begins with how it stood."""
    known: list[str] = []
    for share in shares:
        fresh = []
        for at, trace in enumerate(share.traces):
            if trace.text not in (known if at == 0 else known[-1:]):
                fresh.append(trace)
            known.append(trace.text)
        if fresh:
            yield share.model_copy(update={"traces": tuple(fresh)})


def _newest(shares: Iterable[Share]) -> Iterable[Share]:
    """Of what was done more than once, or goes on as a log does, only how it stands now."""
    found: dict[str, Share] = {}
    for share in shares:
        for earlier in (share.source, share.instead):
            found.pop(earlier, None)
        found[share.source] = share
    return found.values()


def _dates(shares: Iterable[Share]) -> tuple[Ahead, ...]:
    found = [
        Ahead(day=trace.day, what=trace.about)
        for share in shares
        for trace in share.traces
        if trace.ahead and trace.day
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.day))
