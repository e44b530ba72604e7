"""What a simulated participant does at each kind of activity, step by step, through the domain's own rules.

It all follows from who does it and which step it is. Whatever the room must not come to see has the word `SECRET` in it.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from activities.kinds.activity import Activity, Offer, Response, blank
from activities.kinds.audience import Audience
from activities.kinds.card_sort import CardSort, CardSortResponse, cards_of
from activities.kinds.checks import Checks, ChecksResponse
from activities.kinds.checks_counts import Answer
from activities.kinds.choice import Choice, ChoiceResponse
from activities.kinds.choice import chosen_fields as asked_of
from activities.kinds.composition import WHOLE, Composition, CompositionResponse, flowed
from activities.kinds.dot_vote import DotVote, DotVoteResponse
from activities.kinds.feedback import Feedback, FeedbackResponse
from activities.kinds.form import Form
from activities.kinds.form_fields import FieldType, FormField
from activities.kinds.form_response import FormResponse
from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from activities.kinds.log import Log
from activities.kinds.log_entries import LogResponse
from activities.kinds.pathway import Pathway, PathwayResponse
from activities.kinds.prompts import Prompts
from activities.kinds.pupil_codes import LooksLikeName
from activities.kinds.ranking import Ranking, RankingResponse
from activities.kinds.sentence_stems import SentenceStems
from activities.kinds.writing import WrittenField, WrittenResponse
from activities.preview import all_offered

SECRET, SAID = "Qzsecret", "Qzsaid"
"""The words that stand in every text here: of what the room must not see, and of what it may."""

TODAY = date(2026, 11, 20)
Offers = Mapping[str, tuple[Offer, ...]]


@dataclass(frozen=True)
class Hand:
    """Somebody at a step of an activity. `gives` tells whether they offer to the room what is theirs to offer."""

    who: str
    step: int
    chance: random.Random
    gives: bool
    offers: Offers

    def text(self, activity: Activity, what: str = "") -> str:
        """Some words of theirs, marked by whether the room may come to see them."""
        seen = activity.audience is Audience.ROOM or (activity.audience is Audience.OFFERED and self.gives)
        return f"{SAID if seen else SECRET} {what} {self.who} {self.step}".replace("  ", " ")


def hand(activity: Activity, who: str, step: int, offers: Offers | None = None) -> Hand:
    """The same for the same participant at the same step."""
    seed = random.Random(f"1 {who}")
    return Hand(who, step, random.Random(f"1 {activity.id} {who} {step}"), seed.random() < 0.6, offers or {})


def work(activity: Activity, who: str, step: int) -> Response:
    """What this participant has at this step, who began with nothing."""
    return does(activity, blank(activity), hand(activity, who, step))


def does(activity: Activity, response: Response, by: Hand) -> Response:
    """Somebody goes on from a response: they do what the kind asks for, and offer it where they offer anything."""
    done = goes_on(activity, response, by)
    return all_offered(activity, done) if by.gives else done


@singledispatch
def goes_on(activity: Activity, response: Response, by: Hand) -> Response:
    """What stands there after some steps of this kind."""
    raise NotImplementedError(type(activity).__name__)


@goes_on.register
def _(activity: CardSort, response: CardSortResponse, by: Hand) -> Response:
    if len(response.own) < activity.own_cards:
        response = response.write_card(activity, by.text(activity))
    for card in cards_of(activity, response):
        move = by.chance.choice(["toggle", "toggle", "toggle", "aside", "back"])
        if move == "toggle":
            response = response.toggle(activity, card.id, by.chance.choice(activity.groups).id)
        else:
            response = response.set_aside(card.id) if move == "aside" else response.take_back(card.id)
    if activity.reasons:
        response = response.give_reason(activity.cards[0].id, by.text(activity, "because"))
    return response.put(activity.cards[0].id, by.chance.choice(activity.regions))


@goes_on.register
def _(activity: Choice, response: ChoiceResponse, by: Hand) -> Response:
    for option in response.chosen:
        response = response.choose(activity, option)
    for option in by.chance.sample([one.id for one in activity.options], by.chance.randint(1, activity.pick.most)):
        response = response.choose(activity, option)
    for _, asked in asked_of(activity, response):
        response = response.write(asked.field, by.text(activity, "why"))
    return response


@goes_on.register
def _(activity: Checks, response: ChecksResponse, by: Hand) -> Response:
    for check in activity.checks:
        response = response.say(check.id, by.chance.choice(list(Answer)))
    if activity.rewrite is None:
        return response
    before = next((offer.text for offer in by.offers.get(activity.rewrite.of, ())), by.text(activity, "before"))
    response = response.stand_on(before)
    if response.wordings and by.chance.random() < 0.5:
        response = response.write_another()
    return response.reword(by.text(activity, "after"), before).give_reason(by.text(activity, "why"), before)


@goes_on.register
def _(activity: Ranking, response: RankingResponse, by: Hand) -> Response:
    items = [item.id for item in activity.items]
    for item in (one for one in by.chance.sample(items, len(items) - 1) if one not in response.ranked):
        response = response.in_or_out(item)
    for _ in range(3):
        response = response.move(by.chance.choice(items), by.chance.choice([-1, 1]))
    return response.level(by.chance.choice(items)) if by.chance.random() < 0.3 else response


@goes_on.register
def _(activity: DotVote, response: DotVoteResponse, by: Hand) -> Response:
    for voted, dots in response.dots.items():
        for _ in range(dots):
            response = response.take(voted)
    for item in activity.voted_on:
        for _ in range(by.chance.randint(0, min(activity.most_on_one, response.left(activity)))):
            response = response.put(activity, item.id)
    return response


@goes_on.register
def _(activity: Grid, response: GridResponse, by: Hand) -> Response:
    if activity.rows_from is not None:
        response = response.taking(by.offers.get(activity.rows_from, ()), 4)
    if sum(row.written_here for row in response.rows) < activity.own_rows:
        response = response.write_row(by.text(activity, "row"), activity.own_rows)
    for row in [*(row.id for row in activity.rows), *(row.id for row in response.rows)]:
        for column in activity.columns:
            if by.chance.random() < 0.3:
                continue
            match column.type:
                case "tick":
                    response = response.tick(row, column.id)
                case "one_of":
                    response = response.choose(row, column.id, by.chance.choice(column.one_of), column.one_of)
                case "date":
                    response = response.date(row, column.id, by.chance.choice(["3 Feb", "soon", "03/02/2027"]), TODAY)
                case _:
                    response = response.write(row, column.id, by.text(activity, "box"))
    return response


@goes_on.register
def _(activity: Log, response: LogResponse, by: Hand) -> Response:
    response = response.add(TODAY)
    entry = response.entries[-1].id
    response = response.put_date(entry, by.chance.choice(["3 Feb", "03/02/2027", "after half term"]), TODAY)
    for move in activity.moves:
        if move.one_of:
            response = response.choose(entry, move.id, by.chance.choice(move.one_of), move.one_of, TODAY)
        else:
            response = response.write(entry, move.id, by.text(activity, move.id), TODAY)
    return response


@goes_on.register
def _(activity: Form, response: FormResponse, by: Hand) -> Response:
    for field in activity.fields:
        response = response.clear(field.id)
        if field.choices:
            response = response.choose(field, by.chance.choice(field.choices))
        else:
            response = _typed(activity, response, field, by)
    if activity.ledger is not None:
        for cell, typed in (("day", "3 Feb"), ("amount", "1.5"), ("what", by.text(activity, "visit"))):
            response = response.type_row(activity.ledger, 0, cell, typed, TODAY)
    return response


def _typed(activity: Form, response: FormResponse, field: FormField, by: Hand) -> FormResponse:
    """One field as it is typed; a code that looks like a name is refused, and another is found."""
    typed = {
        FieldType.DATE: "3 February",
        FieldType.NUMBER: str(by.chance.randint(1, 30)),
        FieldType.CODE: by.chance.choice(["P7", "Aisha Khan"]),
    }
    if field.id in activity.matched_by:
        return response.type_in(field, f"{SAID} {by.who}", TODAY)
    try:
        return response.type_in(field, typed.get(field.type) or by.text(activity, field.id), TODAY)
    except LooksLikeName:
        return response.type_in(field, "7B-03", TODAY)


@goes_on.register
def _(activity: Pathway, response: PathwayResponse, by: Hand) -> Response:
    for strand in activity.strands:
        response = response.stand_at(strand, by.chance.randint(1, len(strand.stages)))
        response = response.give_evidence(strand.id, f"{SECRET} {by.who} saw {by.step}")
        response = response.plan_move(strand.id, f"{SECRET} {by.who} next {by.step}")
    return response


@goes_on.register
def _(activity: Prompts, response: WrittenResponse, by: Hand) -> Response:
    return _write(activity, activity.prompts, response, by)


@goes_on.register
def _(activity: SentenceStems, response: WrittenResponse, by: Hand) -> Response:
    return _write(activity, activity.stems, response, by)


def _write(
    activity: Activity, fields: tuple[WrittenField, ...], response: WrittenResponse, by: Hand
) -> WrittenResponse:
    for field in fields:
        response = response.write(field.id, by.text(activity, field.id))
    return response


@goes_on.register
def _(activity: Composition, response: CompositionResponse, by: Hand) -> Response:
    """What is theirs alone flows in too: who offers the work strikes it out."""
    response = flowed(activity, response, by.offers)
    for section in activity.sections:
        for number, piece in enumerate(response.of(section.id)):
            if by.gives and SECRET in piece.text and not piece.struck:
                response = response.strike(f"{section.id}/{number}")
        response = response.write(section.id, by.text(activity, section.id))
    return response.offer(WHOLE) if by.gives and WHOLE not in response.offered else response


@goes_on.register
def _(activity: Feedback, response: FeedbackResponse, by: Hand) -> Response:
    for to in list(by.offers)[:2] or ["p-1"]:
        for heading in activity.headings:
            response = response.write(to, heading.id, f"{SECRET} {by.who} on {heading.id} {by.step}")
    return response.give_name(to) if by.chance.random() < 0.2 else response
