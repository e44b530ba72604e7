"""A card sort on paper: one's own board on the handout; the room's, and a table of it, on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.kinds.card_board import Board
from activities.kinds.card_counts import ASIDE as SET_ASIDE
from activities.kinds.card_counts import CardSortSummary, Place, ReasonsSummary, place_key
from activities.kinds.card_response import given_reasons
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, OwnCard, cards_of
from activities.reveal.card_sort import place_name
from exports import document
from exports.document import Answers, Block, Heading, Points, WritingLines, plain
from exports.kinds.card_table import beside_table, card_table, favourite, moved_table
from exports.kinds.sections import (
    Results,
    answers_section,
    cut_out,
    latest,
    main_points,
    named,
    named_list,
    named_runs,
    own_section,
    room_section,
    text,
)
from exports.pictures.columns import Columns
from exports.pictures.rings import Rings
from exports.pictures.sorted_cards import PlacedCard, SortedCards
from exports.pictures.venn import Venn

PICTURES: Mapping[Board, type[SortedCards]] = {Board.VENN: Venn, Board.COLUMNS: Columns, Board.RINGS: Rings}
"""What each board is on paper."""

NOT_SORTED = "Not sorted"

MOST_CONTESTED = 3
"""How many cards the top of the room sheet names."""


@own_section.register
def _(activity: CardSort, given: Mapping[int, CardSortResponse]) -> Sequence[Block]:
    response = latest(given)
    if response is None or not (response.placements or response.own):
        return _to_sort(activity)
    cards = cards_of(activity, response)
    where = {card.id: response.placements.get(card.id) for card in cards}
    blocks: list[Block] = [_board(activity, [(_placed(card), where[card.id]) for card in cards])]
    if any(where[own.id] and where[own.id] != SET_ASIDE for own in response.own):
        blocks.append(text("A heavy blue outline marks a card you wrote yourself.", "label"))
    listed: list[tuple[str, Place | None]] = [
        (activity.outside, ()),
        (activity.aside, SET_ASIDE),
        (NOT_SORTED, None),
    ]
    for heading, place in listed:
        names = [_listed(card) for card in cards if where[card.id] == place]
        if names:
            blocks.append(named_list(heading, names))
    placed = {card.id: place for card in activity.cards if (place := where[card.id]) is not None}
    return [
        *blocks,
        *_moved(activity, given),
        *_why(activity, response),
        *beside_table(activity, "You", {card: place_name(activity, place) for card, place in placed.items()}),
    ]


def _why(activity: CardSort, response: CardSortResponse) -> list[Block]:
    """The reasons one gave, in one's own words."""
    given = given_reasons(activity, response)
    if not given:
        return []
    return [Heading("Why, in your words", 2), Points(tuple(named_runs(card.label, why) for card, why in given))]


def _to_sort(activity: CardSort) -> list[Block]:
    """The empty board and the cards, for someone who did not sort them."""
    why: list[Block] = [WritingLines(4, plain("Why, where you want to say:"))] if activity.reasons else []
    return [
        text("Write each card where it belongs.", leads=True),
        PICTURES[activity.board](_names(activity)),
        named_list("Cards", (card.label for card in activity.cards)),
        named_list("Or", (activity.outside, activity.aside)),
        *why,
    ]


def _names(activity: CardSort) -> tuple[str, ...]:
    return tuple(group.label for group in activity.groups)


def _placed(card: Card | OwnCard) -> PlacedCard:
    if isinstance(card, OwnCard):
        return PlacedCard((), card.label, card.label, own=True)
    return PlacedCard((), card.label, card.brief_label)


def _listed(card: Card | OwnCard) -> str:
    return f"{card.label} (your own card)" if isinstance(card, OwnCard) else card.label


def _board(activity: CardSort, cards: Sequence[tuple[PlacedCard, Place | None]]) -> SortedCards:
    """The board with those of the cards that lie in any of its circles, columns or rings."""
    order = [group.id for group in activity.groups]
    inside = [(card, place) for card, place in cards if place and place != SET_ASIDE]
    return PICTURES[activity.board](
        _names(activity),
        tuple(
            PlacedCard(tuple(order.index(group) for group in place), card.label, card.brief, card.own)
            for card, place in inside
        ),
    )


def _moved(activity: CardSort, given: Mapping[int, CardSortResponse]) -> list[Block]:
    """Which cards stand elsewhere than in the first round."""
    if len(given) < 2:
        return []
    first, last = given[min(given)].placements, given[max(given)].placements
    labels = {card.id: card.label for response in given.values() for card in cards_of(activity, response)}
    moves = tuple(
        plain(f"{label}: from {_called(activity, first.get(card))} to {_called(activity, last.get(card))}")
        for card, label in labels.items()
        if first.get(card) != last.get(card)
    )
    if not moves:
        return [text("After the discussion you left every card where it was.", "label")]
    return [Heading("What you moved after the discussion", 2), Points(moves, tone="label")]


def _called(activity: CardSort, place: Place | None) -> str:
    return NOT_SORTED if place is None else activity.region_label(place)


@room_section.register
def _(activity: CardSort, found: Results[CardSortSummary]) -> Sequence[Block]:
    labels = {card.id: card for card in activity.cards}
    counted = [(card, favourite(activity, card)) for card in found.told.cards if card.n]
    pieces = [
        (
            PlacedCard(
                (),
                f"{labels[card.card].label} {card.placements[place_key(place)]}/{card.n}",
                f"{labels[card.card].brief_label} {card.placements[place_key(place)]}/{card.n}",
            ),
            place,
        )
        for card, place in counted
    ]
    blocks: list[Block] = [
        text(
            f"{found.when(found.told.round)}Each card stands where most put it: 4/6 says that four of six did. A card "
            "with no one place that most chose stands in the first of those that are level.",
            "label",
            leads=True,
        ),
        _board(activity, pieces),
    ]
    for heading, outside in ((activity.outside, ()), (activity.aside, SET_ASIDE)):
        names = [card.label for card, place in pieces if place == outside]
        if names:
            blocks.append(named_list(heading, names))
    blocks += card_table(activity, found.told)
    if found.shift:
        blocks += moved_table(activity, found.first, found.told, found.shift)
    most = {card.card: place_name(activity, place) for card, place in counted}
    return [*blocks, *_written(found.told), *beside_table(activity, "Most of the room", most)]


@answers_section.register
def _(activity: CardSort, found: Results[CardSortSummary]) -> Sequence[Block]:
    labels = {card.id: card.label for card in activity.cards}
    seen = [one for one in found.told.reasons if one.n and not one.withheld]
    blocks: list[Block] = [block for one in seen for block in (Heading(f"Why {labels[one.card]}", 3), _reasons(one))]
    why = list(dict.fromkeys(one.withheld for one in found.told.reasons if one.withheld))
    if why:
        blocks.append(named("Why the other cards are where they are" if seen else "Reasons", " ".join(why)))
    return blocks


def _reasons(found: ReasonsSummary) -> Block:
    return Answers(found.reasons) if found.reasons else text("What they wrote is theirs alone.", "quiet")


def _written(summary: CardSortSummary) -> list[Block]:
    """The cards people wrote; where they put them is mostly one person's alone."""
    if summary.own_withheld:
        return [named("Cards people wrote themselves", summary.own_withheld)]
    names = [card.label for card in summary.own_cards]
    return [named_list("Cards people wrote themselves", names)] if names else []


@main_points.register
def _(activity: CardSort, summary: CardSortSummary) -> Sequence[str]:
    labels = {card.id: card.label for card in activity.cards}
    contested = summary.contested()[:MOST_CONTESTED]
    if not contested:
        return (
            ["Every card was put in one place by everybody who sorted it."]
            if any(card.n for card in summary.cards)
            else []
        )
    places = [
        f"{labels[card.card]} ({activity.region_label(favourite(activity, card))}: {max(card.placements.values())} of "
        f"{card.n})"
        for card in contested
    ]
    return [f"Most contested, with the place that most chose: {'; '.join(places)}."]


@cut_out.register
def _(activity: CardSort) -> Sequence[document.Card]:
    return [document.Card(card.label, card.text or "") for card in activity.cards]
