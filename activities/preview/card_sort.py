"""A card sort before the day: every card has a place, on which many agree; some write a card of their own."""

from activities.kinds.card_sort import CardSort, CardSortResponse, cards_of
from activities.preview import Hand, called, gives

WRITERS = 3
"""Of so many people one writes a card of their own."""


@called.register
def _(activity: CardSort) -> str:
    return f"cards to sort into {activity.board.made_of}"


@gives.register
def _(activity: CardSort, response: CardSortResponse, by: Hand) -> CardSortResponse:
    if activity.own_cards and not response.own and by.number % WRITERS == 1:
        response = response.write_card(activity, by.line("card"))
    for card in cards_of(activity, response):
        response = response.put(card.id, by.lean(activity.places, f"{activity.id} {card.id}"))
        if activity.reasons:
            response = response.give_reason(card.id, by.words())
    return response
