"""Who comments on whose work, what of it they see, and where the comments on one's own work are found.

Works go round a ring in the order in which their writers began them: each writer is given the next one's. Who comes
later stands at the ring's end, so that one writer alone is given another work than before; and whoever has begun to
write about a work keeps it. Who has no work in the ring is given the one that fewest have written about.

A work is in the ring where its writer lets the room see some of it (`Activity.shows`); what the facilitator has hidden
is not in it. Where works go to the room without anybody having offered theirs, the rule of small groups holds here too:
a pair would know whose work it reads.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from activities.kinds.activity import Activity, Offer, Response, words
from activities.kinds.audience import Audience
from activities.kinds.feedback import Comment, Feedback, FeedbackResponse
from activities.kinds.small_groups import is_small, mixed
from activities.session.contribution import Contribution, Participant
from activities.session.hiding import as_shown
from activities.session.running import Phase
from activities.session.session import Session
from activities.session.tables import hall


@dataclass(frozen=True)
class Work:
    """What may be read of the work of the participant `to`, part by part."""

    to: str
    parts: tuple[Offer, ...]


@dataclass(frozen=True)
class Remark:
    """What somebody wrote about a work under a heading, and who, where they have added their name."""

    heading: str
    text: str
    by: str = ""


Remarks = Mapping[tuple[str, str], tuple[Remark, ...]]
"""What was written about whose work in which activity, by the participant's and the activity's ids."""


def works_in_ring(
    session: Session, contributions: Sequence[Contribution], feedback: Feedback, smallest: int
) -> list[Work]:
    """Every work that may be commented on, in the order of the ring."""
    activity = _commented(session, feedback)
    if activity is None:
        return []
    found = [
        (began, Work(one.participant.id, parts))
        for one in as_shown(session, contributions)
        if (given := _given_to(session, one, feedback.on)) and (parts := _seen(activity, given[1]))
        for began in given[:1]
    ]
    found.sort(key=lambda each: (each[0], each[1].to))
    if activity.audience is Audience.ROOM and is_small(len(found), smallest):
        return []
    return [work for _, work in found]


def _commented(session: Session, feedback: Feedback) -> Activity | None:
    """The activity whose work it is, of this session or of an earlier one that it starts from."""
    own = session.workshop.own(feedback.on)
    return session.workshop.activity(own) if own in session.kinds else session.earlier.get(feedback.on)


def _given_to(session: Session, one: Contribution, source: str) -> tuple[str, Response] | None:
    """The last that somebody gave to an activity, and when they began it, to be compared; None where they gave nothing."""
    own = session.workshop.own(source)
    if own not in session.kinds:
        return next((("", carried.response) for carried in one.carried if carried.activity == source), None)
    rounds = one.by_round(own)
    began = (version.at.isoformat() for version in one.versions if version.activity == own)
    return (min(began), rounds[max(rounds)]) if rounds else None


def _seen(activity: Activity, response: Response) -> tuple[Offer, ...]:
    """What the room may see of it."""
    return tuple(
        Offer(heading=each.heading, text=each.text)
        for each in words(activity, response)
        if activity.shows(response, each.field)
    )


def works_for(
    session: Session, contributions: Sequence[Contribution], feedback: Feedback, who: Participant, smallest: int
) -> list[Work]:
    """The works that somebody may comment on: those they have begun with, then the one they are given, then the others.

    Never their own, their table's, or that of anybody who sits at the table that they are.
    """
    ring = works_in_ring(session, contributions, feedback, smallest)
    own = {who.id, who.at, *(one.id for one in hall(session, contributions).at(who.id))}
    theirs = _comments(contributions, feedback)
    order = _after_own(ring, who.id, own) or _fewest_first(ring, own, theirs, who.id)
    begun = [comment.to for comment in theirs.get(who.id, ()) if comment.filled]
    return sorted(order, key=lambda work: begun.index(work.to) if work.to in begun else len(begun))


def _after_own(ring: Sequence[Work], who: str, own: Iterable[str | None]) -> list[Work]:
    """The ring from the one after one's own, without one's own; nothing where one is not in it."""
    at = next((number for number, work in enumerate(ring) if work.to == who), None)
    return [] if at is None else [work for work in (*ring[at + 1 :], *ring[:at]) if work.to not in set(own)]


def _fewest_first(
    ring: Sequence[Work], own: Iterable[str | None], comments: Mapping[str, Sequence[Comment]], who: str
) -> list[Work]:
    counts = Counter(one.to for giver, given in comments.items() if giver != who for one in given if one.filled)
    mine = set(own)
    return sorted((work for work in ring if work.to not in mine), key=lambda work: counts[work.to])


def _comments(contributions: Iterable[Contribution], feedback: Feedback) -> dict[str, tuple[Comment, ...]]:
    """The comments that everybody has given or begun, by the giver's id."""
    found: dict[str, tuple[Comment, ...]] = {}
    for one in contributions:
        rounds = one.by_round(feedback.id)
        response = rounds[max(rounds)] if rounds else None
        if isinstance(response, FeedbackResponse):
            found[one.participant.id] = response.comments
    return found


def visit(session: Session, feedback: str, response: FeedbackResponse) -> Session:
    """The facilitator's comments in a feedback activity are these now."""
    return session.model_copy(update={"visits": {**session.visits, feedback: response.comments}})


def remarks(session: Session, contributions: Sequence[Contribution]) -> Remarks:
    """Every comment that has been given, by whose work it is on: those handed in, and all once the time for it is over.

    Those on the work of an earlier session are found at the feedback itself. The facilitator's own are among them. Under a heading they stand in an order that tells nothing of who was first.
    """
    found: dict[tuple[str, str], list[Remark]] = {}
    for feedback in session.workshop.activities:
        if not isinstance(feedback, Feedback):
            continue
        own = session.workshop.own(feedback.on)
        activity = own if own in session.kinds else feedback.id
        for comment, by in (*_given(session, contributions, feedback), *_of_facilitator(session, feedback)):
            for heading in feedback.headings:
                if text := comment.answer(heading.id).strip():
                    name = by if comment.named else ""
                    found.setdefault((comment.to, activity), []).append(Remark(heading.heading, text, name))
    return {key: tuple(_in_order(each)) for key, each in found.items()}


def _given(
    session: Session, contributions: Iterable[Contribution], feedback: Feedback
) -> Iterable[tuple[Comment, str]]:
    """The comments that others may read by now, each with its writer's name."""
    still_open = session.current == feedback.id and session.state(feedback.id).phase is Phase.OPEN
    for one in contributions:
        rounds = one.by_round(feedback.id)
        if not rounds or (still_open and not one.has_handed_in(feedback.id, max(rounds))):
            continue
        response = rounds[max(rounds)]
        if isinstance(response, FeedbackResponse):
            yield from ((comment, session.name_of(one.participant)) for comment in response.comments)


def _of_facilitator(session: Session, feedback: Feedback) -> Iterable[tuple[Comment, str]]:
    name = session.facilitator.strip() or "The facilitator"
    return ((comment, name) for comment in session.visits.get(feedback.id, ()))


def _in_order(found: Sequence[Remark]) -> list[Remark]:
    headings = list(dict.fromkeys(one.heading for one in found))
    texts = mixed(tuple(one.text for one in found), "remarks")
    return sorted(found, key=lambda one: (headings.index(one.heading), texts.index(one.text)))
