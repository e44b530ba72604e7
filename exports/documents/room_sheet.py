"""The room sheet: what everybody's answers add up to with nobody's name, and what the room agreed.

It begins with what a head teacher needs, goes on through the agenda, and ends with what people wrote.
"""

from collections.abc import Sequence

from activities.days import day_in_words
from activities.kinds.activity import Activity, Summary
from activities.kinds.registry import load_kind, registered
from activities.session.again import first_round
from activities.session.contribution import Contribution
from activities.session.findings import by_round
from activities.session.hiding import as_shown
from activities.session.rounds import Comparison, compare
from activities.session.session import Session
from exports.document import Block, Document, Fields, Heading, Points, plain
from exports.documents.headed import where
from exports.documents.noted import agreed, noted
from exports.kinds.sections import Results, answers_section, main_points, room_section, text

_Given = tuple[Activity, Results[Summary] | None]
"""An activity with what may be seen of it."""


def room_sheet(session: Session, contributions: Sequence[Contribution], smallest_group: int) -> Document:
    """The head's half page, every activity with its results and the questions it left to talk about, notes, answers."""
    contributions = as_shown(session, contributions)
    given: list[_Given] = []
    for activity in (one for one in session.held if one.can_be_revealed):
        load_kind("exports.kinds", activity)
        given.append((activity, _results_of(session, activity, contributions, smallest_group)))
    blocks = [
        *_in_short(session, contributions, given),
        *(block for activity, found in given for block in _section(activity, found)),
        *noted(session),
        *_answers(given),
    ]
    return Document(
        title=session.title,
        where=f"{where(session)} · What the room said, without names",
        foot=f"{session.title} · {day_in_words(session.date)} · The room’s answers",
        made=session.date,
        blocks=tuple(blocks),
    )


def _results_of(
    session: Session, activity: Activity, contributions: Sequence[Contribution], smallest_group: int
) -> Results[Summary] | None:
    """What may be seen of an activity; None for one that nobody answers, or that nobody has answered yet."""
    found = by_round(activity, contributions, smallest=smallest_group)
    if not found:
        return None
    last, first = max(found), min(found)
    earlier = first if first < last else last - 1
    comparable = earlier >= first_round(activity)
    compared = compare(activity, contributions, earlier, last, smallest_group) if comparable else Comparison()
    been = (version.round for one in contributions for version in one.versions if version.activity == activity.id)
    rounds = max(session.state(activity.id).round, *been)
    return Results(found, rounds, compared.shift if first < last else None, compared.withheld)


def _in_short(session: Session, contributions: Sequence[Contribution], given: Sequence[_Given]) -> list[Block]:
    """How many took part, what stands out, what was decided and who does what."""
    took_part = sum(bool(one.versions) for one in contributions)
    points: list[tuple[str, str]] = [("Took part", str(took_part))]
    for activity, found in given:
        if found and (said := main_points(activity, found.told)):
            round_told = f", round {found.told.round}" if found.rounds > 1 else ""
            points.append((f"{activity.title}{round_told}", "\n".join(said)))
    blocks: list[Block] = [Heading("In short"), Fields(tuple(points))]
    if decided := agreed(session):
        blocks += [Heading("What we agreed", 2), *decided]
    return blocks


def _section(activity: Activity, found: Results[Summary] | None) -> list[Block]:
    blocks: list[Block] = [Heading(activity.title), text(activity.question, "quiet", leads=True)]
    if activity.answered and found is None:
        blocks.append(text("Nobody has answered this yet.", "quiet"))
    elif found and found.told.withheld:
        blocks.append(text(f"{found.when(found.told.round)}{found.told.withheld}", "quiet"))
    else:
        blocks += registered(room_section, "exports.kinds", activity)(activity, found)
    if found and found.apart:
        blocks.append(text(found.apart, "quiet"))
    if activity.discuss:
        questions = Points(tuple(plain(question) for question in activity.discuss))
        blocks += [Heading("To talk about", 3), questions]
    return blocks


def _answers(given: Sequence[_Given]) -> list[Block]:
    """What people wrote in every activity, at length."""
    blocks: list[Block] = []
    for activity, found in given:
        if found and not found.told.withheld and (section := answers_section(activity, found)):
            blocks += [Heading(activity.title, 2), *section]
    return [Heading("What people wrote"), *blocks] if blocks else []
