"""The picture of the room's card sort: the board people sorted on with the room's counts, and what is contested beside it."""

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from activities.kinds.card_counts import CardSortSummary, CardSummary
from activities.kinds.card_sort import CardSort
from activities.reveal.card_sort import changes, in_order
from tui.kinds.card_sort.board import CardBoard
from tui.kinds.card_sort.boards import board_for
from tui.kinds.card_sort.chips import cut, plain
from tui.kinds.card_sort.pieces import SPLIT_MARK
from tui.kinds.card_sort.results import Results, own_lines, reason_lines, reference_lines, told, told_changes
from tui.kinds.picture import Picture
from tui.palette import palette_of

TWO_COLUMNS = 110
"""The width, in cells, from which there are words beside the board."""

DOTTED = 100
"""The width of a board, in cells, from which chips have room for dots."""

EMPTY = "Nobody has sorted a card yet."

SPLIT = (
    f"{SPLIT_MARK}  split: it lies in each place that most people chose, for they are as many in one as in the other"
)
"""What the mark of a split card means."""


class CardSortPicture(Picture[CardSortSummary]):
    """Every card where most people put it. Dwelling on a card shows all the places it was put in."""

    DEFAULT_CSS = """
    CardSortPicture { layout: vertical; padding: 1 0 0 2; }
    CardSortPicture #both { height: 1fr; }
    CardSortPicture #words { width: 35%; padding: 0 1 0 2; scrollbar-size-vertical: 1; }
    CardSortPicture #split { display: none; height: auto; padding: 0 1; color: $late; }
    CardSortPicture.-split #split { display: block; }
    CardSortPicture.-one-column { padding: 0; }
    CardSortPicture.-one-column #words { display: none; }
    CardSortPicture.-empty CardBoard { display: none; }
    CardSortPicture.-empty #words { width: 100%; display: block; }
    """
    HELP = """
    ## The picture

    Every card lies where most people put it. **≠** marks a card that is split: it lies in each of the places that most
    people chose. Step through the cards, the most contested first, to see everywhere a card was put.

    **◆** stands where somebody else put a card, where the room is compared with them.

    With the round before beside this one, the most changed come first, with how many had a card where before and now.
    """

    board = getters.query_one(CardBoard)
    words = getters.query_one("#text", Static)

    def __init__(self, activity: CardSort) -> None:
        """Of this card sort."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """The board, words at its side, and what the mark of a split card means."""
        with Horizontal(id="both"):
            yield board_for(self._activity, keys=False)
            with VerticalScroll(id="words", can_focus=False):
                yield Static(id="text")
        yield Static(SPLIT, id="split", markup=False)

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        if self.is_mounted:
            self.redraw()

    def redraw(self) -> None:
        """The board, with the words beside it where there is room for both."""
        if not self.size.width:
            return
        summary = self._summary
        results = Results(self._activity, summary) if summary and summary.participants else None
        self.set_class(results is None, "-empty")
        across = self.size.width
        one_column = across < TWO_COLUMNS
        self.set_class(one_column, "-one-column")
        self.set_class(results is not None and self._is_split(results), "-split")
        if results is None:
            self.words.update(Content(EMPTY))
            return
        self.board.lay(
            results.layout(self._spotlight, dotted=(across if one_column else across - self._column) >= DOTTED)
        )
        lines = self._contested(results) if self._spotlight is None else self._about(results, self._spotlight)
        self.words.update(Content("\n").join(lines))

    @property
    def _column(self) -> int:
        """Cells across the words beside the board, which may not be laid out yet."""
        return max(self.size.width * 35 // 100 - 4, 12)

    def _is_split(self, results: Results) -> bool:
        """Whether a card on the board lies in more than one place for that reason."""
        return self._spotlight is None and any(len(results.most(card)) > 1 for card in results.summary.cards)

    def _contested(self, results: Results) -> list[Content]:
        width, height = self._column, self.size.height - 2
        own: list[Content] = []
        cards: Sequence[CardSummary] = results.summary.contested()
        head = "Most contested" if cards else "The room agrees on every card"
        if self._total.comparing:
            shift = self._shift
            cards = [one for one in in_order(self._activity, self._total) if shift and shift.parts.get(one.card)]
            head = "Most changed" if cards else "Nobody moved a card" if shift else self._total.apart
        else:
            own = self._own(results)
        lines = [self._heading(head)]
        for number, card in enumerate(cards):
            about = self._places(results, card, width)
            last = number + 1 == len(cards)
            if len(lines) + 1 + len(about) + len(own) + (0 if last else 2) > height and number:
                lines += [Content(""), self._heading(f"+{len(cards) - number} more: step through them")]
                break
            lines += [Content(""), *about]
        return [*lines, *own]

    def _places(self, results: Results, card: CardSummary, width: int) -> list[Content]:
        """A card and where it was put; with the round before, how many moved it and where it was then."""
        moved = f"  {self._shift.count(card.card)} moved" if self._shift else ""
        head = Content.assemble((cut(results.label(card.card), width - len(moved)), "bold"), (moved, "bold $now"))
        if self._shift and self._shift.parts.get(card.card):
            return [head, *told_changes(results, changes(self._activity, self._total, card), width=width)]
        return [head, *told(results, card, width=width)]

    def _about(self, results: Results, step: str) -> list[Content]:
        card = next((card for card in results.summary.cards if card.card == step), None)
        if card is None:
            return []
        text = next(one.text for one in self._activity.cards if one.id == step) or ""
        now = Style(foreground=palette_of(self.app).now, bold=True)
        ordered = [one.card for one in in_order(self._activity, self._total)]
        return [
            self._heading(f"card {ordered.index(step) + 1} of {len(ordered)}"),
            Content(""),
            Content.styled(results.label(step), now),
            Content(plain(text)),
            Content(""),
            *self._places(results, card, self._column)[0 if self._shift else 1 :],
            Content(""),
            Content(_agreed(card)),
            *_apart(reference_lines(results, step)),
            *_apart(reason_lines(results, step)),
        ]

    def _own(self, results: Results) -> list[Content]:
        lines = own_lines(results)
        return [Content(""), self._heading("Cards people wrote"), *lines] if lines else []

    def _heading(self, words: str) -> Content:
        return Content.styled(words, Style(foreground=palette_of(self.app).quiet))


def _apart(lines: list[Content]) -> list[Content]:
    return [Content(""), *lines] if lines else []


def _agreed(card: CardSummary) -> str:
    if card.withheld:
        return ""
    if not card.n:
        return "Nobody has placed it yet."
    if len(card.placements) == 1:
        return "All in the same place."
    return f"In {len(card.placements)} different places."
