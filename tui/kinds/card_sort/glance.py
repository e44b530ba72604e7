"""A participant's turn at a card sort and their own board, its picture for the room, and a glance at it for the facilitator."""

from collections.abc import Mapping

from textual.content import Content

from activities.kinds.card_board import Board
from activities.kinds.card_counts import ASIDE, CardSortSummary, CardSummary
from activities.kinds.card_sort import CardSort, CardSortResponse
from tui.kinds import Offers, glance, own_work, picture, turn
from tui.kinds.card_sort.chips import cut, plain
from tui.kinds.card_sort.one_place import ColumnsTurn, RingsTurn
from tui.kinds.card_sort.own_board import OwnBoard
from tui.kinds.card_sort.picture import CardSortPicture
from tui.kinds.card_sort.results import Results
from tui.kinds.card_sort.turn import CardSortTurn
from tui.kinds.turn import Turn
from tui.widgets.counts import GLANCE

TURNS: Mapping[Board, type[CardSortTurn]] = {
    Board.VENN: CardSortTurn,
    Board.COLUMNS: ColumnsTurn,
    Board.RINGS: RingsTurn,
}


@turn.register
def _(activity: CardSort, response: CardSortResponse, offers: Offers) -> Turn:
    return TURNS[activity.board](activity, response)


@own_work.register
def _(activity: CardSort, response: CardSortResponse) -> OwnBoard:
    return OwnBoard(activity, response)


@picture.register
def _(activity: CardSort) -> CardSortPicture:
    return CardSortPicture(activity)


@glance.register
def _(activity: CardSort, summary: CardSortSummary) -> Content:
    results = Results(activity, summary)
    short = {card.id: plain(card.brief_label) for card in activity.cards}
    lines = [_quiet(f"{summary.participants} sorted" if summary.participants else "Nobody has sorted a card yet")]
    contested = summary.contested()
    if contested:
        lines.append(_quiet("most contested"))
    for card in contested[:3]:
        lines += [Content.styled(cut(short[card.card], GLANCE), "bold"), *_most(results, card)]
    aside = max(summary.cards, key=lambda card: card.placements.get(ASIDE, 0))
    if count := aside.placements.get(ASIDE):
        lines += [_quiet(cut(f"most often ‘{plain(activity.aside)}’", GLANCE)), _counted(count, short[aside.card])]
    if summary.own_cards:
        lines.append(_quiet("cards people wrote"))
        lines += [Content(cut(f" {plain(card.label)}", GLANCE)) for card in summary.own_cards[:3]]
    return Content("\n").join(lines)


def _most(results: Results, card: CardSummary) -> list[Content]:
    """The two places most people put a card."""
    places = sorted(results.counts(card), key=lambda found: -found[1])
    return [_counted(count, plain(results.activity.region_label(place))) for place, count in places[:2]]


def _counted(count: int, words: str) -> Content:
    return Content(cut(f" {count:>2} {words}", GLANCE))


def _quiet(words: str) -> Content:
    return Content.styled(words, "$quiet")
