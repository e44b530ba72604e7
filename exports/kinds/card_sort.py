"""A card sort on paper: one's own Venn diagram on the handout; the room's, and a table of it, on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.kinds.card_counts import ASIDE as SET_ASIDE
from activities.kinds.card_counts import CardSortSummary, Place
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, OwnCard, cards_of
from activities.session.rounds import Shift
from exports.kinds.card_table import card_table, favourite, moved_table
from exports.kinds.sections import NOBODY, enough, latest, own_section, room_section
from exports.pdf.blocks import Block, Passage, spans, text
from exports.pdf.columns import HALF, TwoColumns
from exports.pdf.lines import set_text
from exports.pdf.paper import ASIDE, BODY, HEADING, LABEL, MM, NOTED
from exports.pdf.venn import Region
from exports.pdf.venn_picture import Piece, venn_blocks

NOT_SORTED = "Not sorted"


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
        (NOT_SORTED, None),
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
        f"{label}: from {_called(activity, first.get(card))} to {_called(activity, last.get(card))}"
        for card, label in labels.items()
        if first.get(card) != last.get(card)
    ]
    if not moves:
        return [text("After the discussion you left every card where it was.", LABEL, before=2 * MM)]
    heading = text("What you moved after the discussion", HEADING, before=3 * MM, keep=True)
    if len(moves) < 3:
        return [heading, *(text(move) for move in moves)]
    half = [Passage(set_text(move, LABEL, HALF), LABEL, before=0.5 * MM) for move in moves]
    return [heading, TwoColumns(half)]


def _called(activity: CardSort, place: Place | None) -> str:
    return NOT_SORTED if place is None else activity.region_label(place)


@room_section.register
def _(
    activity: CardSort, found: Mapping[int, CardSortSummary], shift: Shift | None, smallest_group: int
) -> Sequence[Block]:
    summary = enough(found, smallest_group)
    if summary is None or not summary.participants:
        return [text(NOBODY, ASIDE, before=2 * MM)]
    if summary.withheld:
        return [text(summary.withheld, ASIDE, before=2 * MM)]
    labels = {card.id: card for card in activity.cards}
    shown = [card for card in summary.cards if card.n]
    where = {card.card: favourite(activity, card) for card in shown}
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
    blocks += venn_blocks(_names(activity), _regions(activity, where, pieces))
    for heading, place in ((activity.outside, ()), (activity.aside, SET_ASIDE)):
        names = [pieces[card].label for card in pieces if where[card] == place]
        if names:
            blocks.append(spans([(f"{heading}:", "bold"), ("; ".join(names), "regular")], before=2 * MM))
    blocks += card_table(activity, summary)
    if shift:
        blocks += moved_table(activity, found[min(found)], found[max(found)], shift)
    return [*blocks, *_written(summary)]


def _written(summary: CardSortSummary) -> list[Block]:
    """The cards people wrote, by the alphabet; where they put them is theirs alone."""
    if not summary.own_cards:
        return []
    names = "; ".join(sorted((card.label for card in summary.own_cards), key=str.casefold))
    return [spans([("Cards people wrote themselves:", "bold"), (names, "regular")], NOTED, before=3 * MM)]
