"""The room sheet: what everybody's answers add up to with nobody's name, and what the room agreed.

It begins with what a head teacher needs, goes on through the agenda, and ends with what people wrote.
"""

from collections.abc import Mapping, Sequence

from activities.kinds.activity import Activity, Summary, summarise
from activities.kinds.registry import load_kind, registered
from activities.session.contribution import Contribution, responses_to
from activities.session.rounds import Shift, round_shown, rounds_answered, shift
from activities.session.session import Session
from exports.document import Block, Document, Fields, Heading, Points, plain
from exports.documents.headed import in_words, where
from exports.documents.noted import agreed, noted
from exports.kinds.sections import answers_section, main_points, room_section, text


def room_sheet(session: Session, contributions: Sequence[Contribution], smallest_group: int) -> Document:
    """The head's half page, every activity with its results and the questions it left to talk about, notes, answers."""
    given = [_Given(activity, contributions, smallest_group) for activity in session.workshop.activities]
    blocks = [
        *_in_short(session, contributions, given, smallest_group),
        *(block for each in given for block in _results(each, smallest_group)),
        *noted(session),
        *_answers(given, smallest_group),
    ]
    return Document(
        title=session.title,
        where=f"{where(session)} · What the room said, without names",
        foot=f"{session.title} · {in_words(session.date)} · The room’s answers",
        made=session.date,
        blocks=tuple(blocks),
    )


class _Given:
    """The summaries of an activity by round, the round whose figures are given, and what changed."""

    def __init__(self, activity: Activity, contributions: Sequence[Contribution], smallest_group: int) -> None:
        load_kind("exports.kinds", activity)
        self.activity = activity
        rounds = rounds_answered(contributions, activity.id) if activity.answered else ()
        self.found: Mapping[int, Summary] = {
            number: summarise(activity, responses_to(contributions, activity.id, number), number) for number in rounds
        }
        self.shown = round_shown({number: each.participants for number, each in self.found.items()}, smallest_group)
        self.shift: Shift | None = None
        if len(rounds) > 1:
            changed = shift(activity, contributions, min(rounds), max(rounds))
            self.shift = changed if changed.both >= max(smallest_group, 1) else None


def _in_short(
    session: Session, contributions: Sequence[Contribution], given: Sequence[_Given], smallest_group: int
) -> list[Block]:
    """How many took part, what stands out, what was decided and who does what."""
    took_part = sum(bool(one.versions) for one in contributions)
    points: list[tuple[str, str]] = [("Took part", str(took_part))]
    for each in given:
        summary = each.found.get(each.shown)
        said = main_points(each.activity, summary, smallest_group) if summary else ()
        if said:
            round_named = f", round {each.shown}" if len(each.found) > 1 else ""
            points.append((f"{each.activity.title}{round_named}", "\n".join(said)))
    blocks: list[Block] = [Heading("In short"), Fields(tuple(points))]
    if decided := agreed(session):
        blocks += [Heading("What we agreed", 2), *decided]
    return blocks


def _results(given: _Given, smallest_group: int) -> list[Block]:
    activity = given.activity
    section = registered(room_section, "exports.kinds", activity)
    blocks: list[Block] = [Heading(activity.title), text(activity.question, "quiet", leads=True)]
    blocks += section(activity, given.found, given.shown, given.shift, smallest_group)
    if activity.discuss:
        questions = Points(tuple(plain(question) for question in activity.discuss))
        blocks += [Heading("To talk about", 3), questions]
    return blocks


def _answers(given: Sequence[_Given], smallest_group: int) -> list[Block]:
    """What people wrote in every activity, at length."""
    blocks: list[Block] = []
    for each in given:
        found = answers_section(each.activity, each.found, each.shown, smallest_group)
        if found:
            blocks += [Heading(f"What people wrote: {each.activity.title}", 2), *found]
    return [Heading("What people wrote"), *blocks] if blocks else []
