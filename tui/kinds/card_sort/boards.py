"""Which board is drawn for which sort."""

from collections.abc import Mapping

from activities.kinds.card_board import Board
from activities.kinds.card_sort import CardSort
from tui.kinds.card_sort.board import CardBoard
from tui.kinds.card_sort.columns import ColumnsBoard
from tui.kinds.card_sort.rings import RingsBoard
from tui.kinds.card_sort.venn import VennBoard

BOARDS: Mapping[Board, type[CardBoard]] = {
    Board.VENN: VennBoard,
    Board.COLUMNS: ColumnsBoard,
    Board.RINGS: RingsBoard,
}


def board_for(activity: CardSort, *, keys: bool = True) -> CardBoard:
    """The board of this sort."""
    return BOARDS[activity.board](activity, keys=keys)
