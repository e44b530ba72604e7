"""A card sort on paper: one's own Venn diagram on the handout; the room's, and a table of it, on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.card_sort import ASIDE as SET_ASIDE
from activities.card_sort import (
    Card,
    CardSort,
    CardSortResponse,
    CardSortSummary,
    CardSummary,
    OwnCard,
    Place,
    cards_of,
    place_key,
)
from exports.blocks import Block, spans, text
from exports.card_table import agreement_in_words, card_table
from exports.paper import ASIDE, BODY, HEADING, LABEL, MM
from exports.sections import latest, own_section, room_section, too_few
from exports.venn import Region
from exports.venn_picture import Piece, venn_blocks


@own_section.register
def _(activity: CardSort, given: Mapping[int, CardSortResponse]) -> Sequence[Block]:
    response = latest(given)
    if response is None or not (response.placements or response.own):
        return _to_sort(activity)
    cards = cards_of(activity, response)
    pieces = {card.id: _piece(card) for card in cards}
    where = {card.id: response.placements.get(card.id) for card in cards}
    blocks = venn_blocks(_names(activity), _regions(activity, where, pieces))
    if any(piece.own and where[card] for card, piece in pieces.items()):
        blocks.append(text("A heavy blue outline marks a card you wrote yourself.", LABEL, before=2 * MM))
    listed: list[tuple[str, Place | None]] = [
        (activity.outside, ()),
        (activity.aside, SET_ASIDE),
        ("Not sorted", None),
    ]
    for heading, place in listed:
        names = [_listed(pieces[card]) for card in pieces if where[card] == place]
        if names:
            blocks.append(spans([(f"{heading}:", "bold"), ("; ".join(names), "regular")], before=2 * MM))
    return [*blocks, *_moved(activity, given)]


def _to_sort(activity: CardSort) -> list[Block]:
    """The empty circles and the cards, for someone who did not sort them."""
    cards = "; ".join(card.label for card in activity.cards)
    return [
        text("Write each card where it belongs.", BODY, before=2 * MM, keep=True),
        *venn_blocks(_names(activity), {}),
        spans([("Cards:", "bold"), (cards, "regular")], before=3 * MM),
        spans([("Or:", "bold"), (f"{activity.outside}; {activity.aside}", "regular")], before=2 * MM),
    ]


def _names(activity: CardSort) -> list[str]:
    return [circle.label for circle in activity.circles]


def _piece(card: Card | OwnCard) -> Piece:
    if isinstance(card, OwnCard):
        return Piece(card.label, card.label, own=True)
    return Piece(card.label, card.brief_label)


def _listed(piece: Piece) -> str:
    return f"{piece.label} (your own card)" if piece.own else piece.label


def _regions(
    activity: CardSort, where: Mapping[str, Place | None], pieces: Mapping[str, Piece]
) -> dict[Region, list[Piece]]:
    """The cards of each region, which is told by its circles' numbers."""
    order = [circle.id for circle in activity.circles]
    return {
        tuple(order.index(circle) for circle in region): [pieces[card] for card in where if where[card] == region]
        for region in activity.regions
    }


def _moved(activity: CardSort, given: Mapping[int, CardSortResponse]) -> list[Block]:
    """Which cards stand elsewhere than in the first round."""
    if len(given) < 2:
        return []
    first, last = given[min(given)].placements, given[max(given)].placements
    labels = {card.id: card.label for response in given.values() for card in cards_of(activity, response)}
    moves = [
        f"{label}: from {activity.region_label(first[card])} to {activity.region_label(last[card])}"
        for card, label in labels.items()
        if card in first and card in last and first[card] != last[card]
    ]
    if not moves:
        return [text("After the discussion you left every card where it was.", LABEL, before=3 * MM)]
    heading = text("What you moved after the discussion", HEADING, before=4 * MM, keep=True)
    return [heading, *(text(move, BODY, before=0.5 * MM) for move in moves)]


@room_section.register
def _(activity: CardSort, found: Mapping[int, CardSortSummary], smallest_group: int) -> Sequence[Block]:
    summary = latest(found)
    if summary is None or summary.participants < smallest_group:
        return [text(too_few(summary.participants if summary else 0, "so the sorting is"), ASIDE, before=2 * MM)]
    labels = {card.id: card for card in activity.cards}
    shown = [card for card in summary.cards if card.n >= smallest_group]
    favourite = {card.card: _favourite(activity, card) for card in shown}
    pieces = {
        card.card: Piece(
            f"{labels[card.card].label} {max(card.placements.values())}/{card.n}",
            f"{labels[card.card].brief_label} {max(card.placements.values())}/{card.n}",
        )
        for card in shown
    }
    blocks: list[Block] = [
        text(
            "Each card stands where most put it: 4/6 says that four of six did. A card with no one place that most "
            "chose stands in the first of those that are level.",
            LABEL,
            before=2 * MM,
            keep=True,
        )
    ]
    blocks += venn_blocks(_names(activity), _regions(activity, favourite, pieces))
    for heading, place in ((activity.outside, ()), (activity.aside, SET_ASIDE)):
        names = [pieces[card].label for card in pieces if favourite[card] == place]
        if names:
            blocks.append(spans([(f"{heading}:", "bold"), ("; ".join(names), "regular")], before=2 * MM))
    blocks += card_table(activity, summary, smallest_group)
    return [*blocks, *_shift(activity, found, smallest_group), *_written(summary)]


def _favourite(activity: CardSort, card: CardSummary) -> Place:
    """Where most put a card; of places that are level, the first in the definition's order."""
    places: list[Place] = [*activity.regions, (), SET_ASIDE]
    return max(places, key=lambda place: card.placements.get(place_key(place), 0))


def _shift(activity: CardSort, found: Mapping[int, CardSortSummary], smallest_group: int) -> list[Block]:
    """How agreement changed from the first round to the last, for the cards where it did."""
    if len(found) < 2 or found[min(found)].participants < smallest_group:
        return []
    before = {card.card: card for card in found[min(found)].cards}
    labels = {card.id: card.label for card in activity.cards}
    changes = [
        f"{labels[card.card]}: {agreement_in_words(earlier.agreement)}, then {agreement_in_words(card.agreement)}"
        for card in found[max(found)].cards
        for earlier in (before[card.card],)
        if min(card.n, earlier.n) >= smallest_group and earlier.agreement != card.agreement
    ]
    if not changes:
        return []
    heading = text("How agreement changed after the discussion", HEADING, before=5 * MM, keep=True)
    return [heading, *(text(change, BODY, before=0.5 * MM) for change in changes)]


def _written(summary: CardSortSummary) -> list[Block]:
    """The cards people wrote, by the alphabet; where they put them is theirs alone."""
    if not summary.own_cards:
        return []
    names = "; ".join(sorted((card.label for card in summary.own_cards), key=str.casefold))
    return [spans([("Cards people wrote themselves:", "bold"), (names, "regular")], before=4 * MM)]
