"""The answers of a sample, as they are written in its file, given by the same steps as people take at a terminal.

A card, a row, an option or a check that the workshop does not have is refused, and so a sample that no longer fits its
workshop cannot be made.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import singledispatch
from typing import Any

from activities.kinds.activity import Activity, Offer, Response
from activities.kinds.card_counts import Place
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.kinds.checks import Checks, ChecksResponse
from activities.kinds.checks_counts import Answer
from activities.kinds.choice import Choice, ChoiceResponse
from activities.kinds.dot_vote import DotVote, DotVoteResponse
from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from activities.kinds.pathway import Pathway, PathwayResponse
from activities.kinds.prompts import Prompts, PromptsResponse
from activities.kinds.ranking import Ranking, RankingResponse
from activities.refusal import Refused

Offered = Mapping[str, Sequence[Offer]]
"""What earlier activities offer, by activity."""

SAID = {"y": Answer.YES, "n": Answer.NOT_YET, "?": Answer.NOT_SURE}
"""How an answer to a check is written."""


@singledispatch
def sample_answer(activity: Activity, given: Any, offered: Offered) -> Response:
    """The response in which this was given. Raises Refused for what is not in the activity."""
    raise Refused(f"A sample cannot answer a {activity.kind} yet.")


@sample_answer.register
def _(activity: Prompts, given: Mapping[str, str], offered: Offered) -> PromptsResponse:
    _known(activity, given, (one.id for one in activity.prompts))
    return PromptsResponse(answers=dict(given))


@sample_answer.register
def _(activity: Choice, given: Mapping[str, str], offered: Offered) -> ChoiceResponse:
    """`chosen` is the option; all else is what it asks, by its id."""
    option = activity.option(given.get("chosen", ""))
    asked = {key: text for key, text in given.items() if key != "chosen"}
    _known(activity, asked, (one.id for one in option.ask))
    response = ChoiceResponse().choose(activity, option.id)
    for key, text in asked.items():
        response = response.write(f"{option.id}.{key}", text)
    return response


@sample_answer.register
def _(activity: DotVote, given: Mapping[str, str], offered: Offered) -> DotVoteResponse:
    """Dots by the words of what they are on."""
    items = {item.label: item.id for item in activity.voted_on}
    _known(activity, given, items)
    response = DotVoteResponse()
    for label, dots in given.items():
        for _ in range(int(dots)):
            response = response.put(activity, items[label])
    return response


@sample_answer.register
def _(activity: CardSort, given: Mapping[str, str], offered: Offered) -> CardSortResponse:
    """Cards by the first letters of the circles they are in, `none` or `aside`; own cards follow a `+` each."""
    places: dict[str, Place] = {"none": (), "aside": "aside"}
    places |= {"".join(group[0].upper() for group in place): place for place in activity.regions if place}
    _known(activity, given, places)
    cards = {card.id for card in activity.cards}
    response = CardSortResponse()
    for where, named in given.items():
        deck, *own = named.split("+")
        _known(activity, deck.split(), cards)
        for card in deck.split():
            response = response.put(card, places[where])
        for label in own:
            response = response.write_card(activity, label)
            response = response.put(response.own[-1].id, places[where])
    return response


@sample_answer.register
def _(activity: Ranking, given: str, offered: Offered) -> RankingResponse:
    """The items in their order, those that are level joined by `=`."""
    response = RankingResponse()
    for tier in given.split():
        for at, item in enumerate(tier.split("=")):
            response = response.in_or_out(activity.item(item).id)
            response = response.level(item) if at else response
    return response


@sample_answer.register
def _(activity: Grid, given: Mapping[str, Mapping[str, str]], offered: Offered) -> GridResponse:
    _known(activity, given, (row.id for row in activity.rows))
    response = GridResponse()
    for row, cells in given.items():
        _known(activity, cells, (column.id for column in activity.columns))
        for column, text in cells.items():
            response = response.write(row, column, text)
    return response


@sample_answer.register
def _(activity: Pathway, given: Mapping[str, Mapping[str, str]], offered: Offered) -> PathwayResponse:
    """The stage on each strand, with `for` what it rests on and `next` what comes next."""
    strands = {strand.id: strand for strand in activity.strands}
    _known(activity, given, strands)
    response = PathwayResponse()
    for strand, mark in given.items():
        _known(activity, mark, ("stage", "for", "next"))
        response = response.stand_at(strands[strand], int(mark["stage"]))
        response = response.give_evidence(strand, mark.get("for", "")).plan_move(strand, mark.get("next", ""))
        if response.mark(strand).stage != int(mark["stage"]):
            raise Refused(f"‘{activity.title}’ has no stage {mark['stage']} on ‘{strand}’.")
    return response


@sample_answer.register
def _(activity: Checks, given: Mapping[str, str], offered: Offered) -> ChecksResponse:
    """`says` is y, n or ? for each check in its order; `now` the new wording, and `why` it was changed."""
    _known(activity, given, ("says", "now", "why"))
    before = next((offer.text for offer in offered.get(activity.rewrites or "", ()) if not offer.given), "")
    response = ChecksResponse()
    for check, says in zip(activity.checks, given["says"].split(), strict=True):
        response = response.say(check.id, SAID[says])
    if activity.rewrites:
        response = response.stand_on(before)
    if now := given.get("now"):
        response = response.reword(now, before).give_reason(given.get("why", ""), before)
    return response


def _known(activity: Activity, given: Iterable[str], known: Iterable[str]) -> None:
    if strange := set(given) - set(known):
        raise Refused(f"The sample names ‘{min(strange)}’, which is not in ‘{activity.title}’.")
