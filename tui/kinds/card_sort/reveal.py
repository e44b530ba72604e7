"""The room's card sort: the same picture people made with the room's counts, and the most contested cards beside it."""

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from activities.kinds.card_counts import CardSortSummary, CardSummary
from activities.kinds.card_sort import CardSort
from tui.kinds.card_sort.board import VennBoard
from tui.kinds.card_sort.chips import cut, plain, width_of
from tui.kinds.card_sort.paint import colours_of
from tui.kinds.card_sort.pieces import HAND_MARK, SPLIT_MARK
from tui.kinds.card_sort.results import (
    Change,
    Results,
    bar,
    changes,
    moved_in_codes,
    own_lines,
    told,
    told_changes,
)
from tui.kinds.reveal import Reveal
from tui.palette import palette_of
from tui.widgets.big_type import BigType

NARROW = 100
"""The width, in cells, under which the cards are a list with a bar each, and the board comes by a key."""

DOTTED = 100
"""The width of a board, in cells, from which chips have room for dots."""

TALL = 30
"""The height, in cells, from which how many moved a card is told in big type."""

TOO_FEW = "Too few sorted in both rounds to show what changed."

EMPTY = "Nobody has sorted a card yet. The room’s picture grows here."


class CardSortReveal(Reveal[CardSortSummary], can_focus=True):
    """Every card where most people put it. Dwelling on a card shows all the places it was put in."""

    DEFAULT_CSS = """
    CardSortReveal { layout: horizontal; padding: 1 0 0 2; }
    CardSortReveal #words { dock: right; width: 35%; padding: 0 1 0 2; scrollbar-size-vertical: 1; }
    CardSortReveal .figure { display: none; margin-bottom: 1; color: $now; }
    CardSortReveal.-narrow { padding: 0; }
    CardSortReveal.-narrow #words { width: 100%; }
    CardSortReveal.-narrow VennBoard { display: none; }
    CardSortReveal.-narrow.-picture #words { display: none; }
    CardSortReveal.-narrow.-picture VennBoard { display: block; }
    CardSortReveal.-empty VennBoard { display: none; }
    CardSortReveal.-empty #words { width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "picture", "Picture or list", show=False, id="card_sort.picture"),
    ]
    HELP = """
    ## What the room thinks

    Every card lies where most people put it. **≠** marks a card that is split: it lies in each of the places that most
    people chose. Step through the cards, the most contested first, to see everywhere a card was put.

    With the round before beside this one, the most changed come first, with how many had a card where before and now.

    On a narrow screen the cards are a list with a bar each; **v** shows the picture instead.
    """

    board = getters.query_one(VennBoard)
    scroll = getters.query_one("#words", VerticalScroll)
    words = getters.query_one("#text", Static)

    def __init__(self, activity: CardSort, summary: CardSortSummary | None) -> None:
        """Show this summary."""
        super().__init__(activity, summary)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """The board, and words at its side."""
        yield VennBoard(self._activity, keys=False)
        with VerticalScroll(id="words", can_focus=False):
            yield BigType(classes="figure")
            yield Static(id="text")

    def on_mount(self) -> None:
        """Show it."""
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        """A picture with words, or a list."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self._redraw)

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._redraw()

    @property
    def _results(self) -> Results | None:
        return Results(self._activity, self._summary) if self._summary else None

    @property
    def steps(self) -> tuple[str, ...]:
        """The cards, the most contested first; where rounds are compared, the most changed."""
        return tuple(card.card for card in self._ordered(results)) if (results := self._results) else ()

    def action_picture(self) -> None:
        """From the list to the picture, or back."""
        self.toggle_class("-picture")

    def redraw(self) -> None:
        """The board with the words beside it; on a narrow screen the one or the other."""
        results = self._results
        self.set_class(results is None or not results.summary.participants, "-empty")
        if results is None or not results.summary.participants:
            self.words.update(Content(EMPTY))
            return
        self.board.lay(results.layout(self._spotlight, dotted=self.board.size.width >= DOTTED))
        figure = self.query_one(BigType)
        figure.display = bool(self._before and self._shift and self._spotlight) and self.size.height >= TALL
        if self._shift and figure.display:
            figure.fit(largest=14, most_rows=12)
            figure.update(f"{self._shift.count(self._spotlight)} moved")
        lines = self._list(results) if self.has_class("-narrow") else self._side(results)
        self.words.update(Content("\n").join(lines))

    def _side(self, results: Results) -> list[Content]:
        if self._spotlight is not None:
            return self._about(results, self._spotlight)
        width, height = self.scroll.scrollable_content_region.size
        own: list[Content] = []
        if self._before is None:
            own = self._own(results)
            cards: list[CardSummary] = list(results.summary.contested())
            head = "Most contested" if cards else "The room agrees on every card"
        else:
            cards = [card for card in self._ordered(results) if self._shift and self._shift.parts.get(card.card)]
            head = "Most changed" if cards else "Nobody moved a card" if self._shift else TOO_FEW
        lines = [self._heading(head)]
        for number, card in enumerate(cards):
            about = self._places(results, card, width)
            last = number + 1 == len(cards)
            if len(lines) + 1 + len(about) + len(own) + (0 if last else 2) > height and number:
                lines += [Content(""), self._heading(f"+{len(cards) - number} more: step through them")]
                break
            lines += [Content(""), *about]
        return [*lines, *own]

    def _ordered(self, results: Results) -> list[CardSummary]:
        cards, parts = results.ordered(), self._shift.parts if self._before and self._shift else {}
        return sorted(cards, key=lambda card: -parts.get(card.card, 0))

    def _places(self, results: Results, card: CardSummary, width: int) -> list[Content]:
        """A card and where it was put; with the round before, how many moved it and where it was then."""
        shift = self._shift if self._before else None
        moved = f"  {shift.count(card.card)} moved" if shift else ""
        head = Content.assemble((cut(results.label(card.card), width - len(moved)), "bold"), (moved, "bold $now"))
        if shift and shift.parts.get(card.card):
            return [head, *told_changes(results, self._changes(results, card), width=width)]
        return [head, *told(results, card, width=width)]

    def _changes(self, results: Results, card: CardSummary) -> list[Change]:
        """How many had the card where before and now; nothing where too few placed it for that to be broken down."""
        before = self._before.cards if self._before and self._shift else ()
        earlier = next((one for one in before if one.card == card.card), None)
        if earlier is None or earlier.withheld or card.withheld:
            return []
        return changes(results, earlier, card)

    def _about(self, results: Results, step: str) -> list[Content]:
        card = next(card for card in results.summary.cards if card.card == step)
        text = next(one.text for one in self._activity.cards if one.id == step) or ""
        now = Style(foreground=palette_of(self.app).now, bold=True)
        width = self.scroll.scrollable_content_region.width
        number = self.steps.index(step) + 1
        return [
            self._heading(f"card {number} of {len(self.steps)}"),
            Content(""),
            Content.styled(results.label(step), now),
            Content(plain(text)),
            Content(""),
            *self._places(results, card, width)[0 if self._before else 1 :],
            Content(""),
            Content(self._agreed(card)),
        ]

    def _agreed(self, card: CardSummary) -> str:
        if card.withheld:
            return ""
        if not card.n:
            return "Nobody has placed it yet."
        if len(card.placements) == 1:
            return "All in the same place."
        return f"In {len(card.placements)} different places."

    def _own(self, results: Results) -> list[Content]:
        lines = own_lines(results)
        return [Content(""), self._heading("Cards people wrote"), *lines] if lines else []

    def _heading(self, words: str) -> Content:
        return Content.styled(words, Style(foreground=palette_of(self.app).quiet))

    def _list(self, results: Results) -> list[Content]:
        palette, colours = palette_of(self.app), colours_of(self.app)
        shift = self._shift if self._before else None
        if shift and self._spotlight is not None:
            return self._about(results, self._spotlight)
        width = self.size.width - 5  # the words may not be laid out yet
        room = max(width // 4 if shift else width * 2 // 5, 12)
        lines = [self._heading(TOO_FEW)] if self._before and not shift else []
        lines += [self._heading(results.key()), Content("")]
        split = {card.card for card in results.summary.cards if len(results.most(card)) > 1}
        short = {card.id: plain(card.brief_label) for card in self._activity.cards}
        for card in self._ordered(results):
            mark = HAND_MARK if card.card == self._spotlight else SPLIT_MARK if card.card in split else " "
            label = cut(short[card.card] if shift else results.label(card.card), room - 3)
            text = f"{mark} {label}{' ' * (room - 2 - width_of(label))}"
            style = Style(foreground=palette.now, bold=True) if card.card == self._spotlight else Style()
            if shift:
                drawn = moved_in_codes(results, shift, card, self._changes(results, card), width=width - room)
            else:
                drawn = bar(results, card, palette, colours, width=width - room)
            lines.append(Content.styled(text, style) + drawn)
        return lines if self._before else [*lines, *self._own(results)]
