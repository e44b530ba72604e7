"""A card sort on paper: one's own Venn diagram on the handout; the room's, and a table of it, on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.kinds.card_counts import ASIDE as SET_ASIDE
from activities.kinds.card_counts import CardSortSummary, Place, place_key
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, OwnCard, cards_of
from exports import document
from exports.document import Block, Heading, Points, plain
from exports.kinds.card_table import card_table, favourite, moved_table
from exports.kinds.sections import Results, cut_out, latest, main_points, named, own_section, room_section, text
from exports.pictures.venn import PlacedCard, Venn

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
    blocks: list[Block] = [_venn(activity, [(_placed(card), where[card.id]) for card in cards])]
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
            blocks.append(named(heading, "; ".join(names)))
    return [*blocks, *_moved(activity, given)]


def _to_sort(activity: CardSort) -> list[Block]:
    """The empty circles and the cards, for someone who did not sort them."""
    return [
        text("Write each card where it belongs.", leads=True),
        Venn(_names(activity)),
        named("Cards", "; ".join(card.label for card in activity.cards)),
        named("Or", f"{activity.outside}; {activity.aside}"),
    ]


def _names(activity: CardSort) -> tuple[str, ...]:
    return tuple(circle.label for circle in activity.circles)


def _placed(card: Card | OwnCard) -> PlacedCard:
    if isinstance(card, OwnCard):
        return PlacedCard((), card.label, card.label, own=True)
    return PlacedCard((), card.label, card.brief_label)


def _listed(card: Card | OwnCard) -> str:
    return f"{card.label} (your own card)" if isinstance(card, OwnCard) else card.label


def _venn(activity: CardSort, cards: Sequence[tuple[PlacedCard, Place | None]]) -> Venn:
    """The circles with those of the cards that lie in any of them."""
    order = [circle.id for circle in activity.circles]
    inside = [(card, place) for card, place in cards if place and place != SET_ASIDE]
    return Venn(
        _names(activity),
        tuple(
            PlacedCard(tuple(order.index(circle) for circle in place), card.label, card.brief, card.own)
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
        _venn(activity, pieces),
    ]
    for heading, outside in ((activity.outside, ()), (activity.aside, SET_ASIDE)):
        names = [card.label for card, place in pieces if place == outside]
        if names:
            blocks.append(named(heading, "; ".join(names)))
    blocks += card_table(activity, found.told)
    if found.shift:
        blocks += moved_table(activity, found.first, found.told, found.shift)
    return [*blocks, *_written(found.told)]


def _written(summary: CardSortSummary) -> list[Block]:
    """The cards people wrote; where they put them is mostly one person's alone."""
    if summary.own_withheld:
        return [named("Cards people wrote themselves", summary.own_withheld)]
    names = "; ".join(card.label for card in summary.own_cards)
    return [named("Cards people wrote themselves", names)] if names else []


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
