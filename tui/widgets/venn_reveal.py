"""The room's card sort: the same picture people made with the room's counts, and the most contested cards beside it."""

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from activities.activity import Summary
from activities.card_sort import CardSort, CardSortSummary, CardSummary
from tui.palette import palette_of
from tui.widgets.reveal import Reveal
from tui.widgets.venn import VennBoard
from tui.widgets.venn_chips import cut, plain, width_of
from tui.widgets.venn_paint import colours_of
from tui.widgets.venn_pieces import HAND_MARK, SPLIT_MARK
from tui.widgets.venn_results import Results, bar, own_lines, told

NARROW = 100
"""The width, in cells, under which the cards are a list with a bar each, and the board comes by a key."""

DOTTED = 100
"""The width of a board, in cells, from which chips have room for dots."""

EMPTY = "Nobody has sorted a card yet. Join with the code on this screen, and the room’s picture grows here."


class CardSortReveal(Reveal, can_focus=True):
    """Every card where most people put it. Dwelling on a card shows all the places it was put in."""

    DEFAULT_CSS = """
    CardSortReveal { layout: horizontal; padding: 1 0 0 2; }
    CardSortReveal #words { dock: right; width: 35%; padding: 0 1 0 2; scrollbar-size-vertical: 1; }
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

    On a narrow screen the cards are a list with a bar each; **v** shows the picture instead.
    """

    board = getters.query_one(VennBoard)
    scroll = getters.query_one("#words", VerticalScroll)
    words = getters.query_one("#text", Static)

    def __init__(self, activity: CardSort, summary: CardSortSummary | None) -> None:
        """Show this summary."""
        super().__init__(activity, summary)
        self._activity = activity
        self._results = Results(activity, summary) if summary else None
        self._dwelt: str | None = None

    def compose(self) -> ComposeResult:
        """The board, and words at its side."""
        yield VennBoard(self._activity, keys=False)
        with VerticalScroll(id="words", can_focus=False):
            yield Static(id="text")

    def on_mount(self) -> None:
        """Show it."""
        self._redraw()

    def on_resize(self, event: events.Resize) -> None:
        """A picture with words, or a list."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self._redraw)

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        if self.is_mounted:
            self._redraw()

    @property
    def steps(self) -> tuple[str, ...]:
        """The cards, the most contested first."""
        return tuple(card.card for card in self._results.ordered()) if self._results else ()

    def dwell_on(self, step: str | None) -> None:
        """Show everywhere one card was put; None for all of them again."""
        self._dwelt = step if step in self.steps else None
        self._redraw()

    def show(self, summary: Summary | None) -> None:
        """The responses now add up to this."""
        self._results = Results(self._activity, summary) if isinstance(summary, CardSortSummary) else None
        self._redraw()

    def action_picture(self) -> None:
        """From the list to the picture, or back."""
        self.toggle_class("-picture")

    def _redraw(self) -> None:
        results = self._results
        self.set_class(results is None or not results.summary.participants, "-empty")
        if results is None or not results.summary.participants:
            self.words.update(Content(EMPTY))
            return
        self.board.lay(results.layout(self._dwelt, dotted=self.board.size.width >= DOTTED))
        lines = self._list(results) if self.has_class("-narrow") else self._side(results)
        self.words.update(Content("\n").join(lines))

    # Beside the board

    def _side(self, results: Results) -> list[Content]:
        if self._dwelt is not None:
            return self._about(results, self._dwelt)
        contested = results.summary.contested()
        width, height = self.scroll.scrollable_content_region.size
        own = self._own(results)
        lines = [self._heading("Most contested" if contested else "The room agrees on every card")]
        for number, card in enumerate(contested):
            about = [Content.styled(cut(results.label(card.card), width), "bold"), *told(results, card, width=width)]
            last = number + 1 == len(contested)
            if len(lines) + 1 + len(about) + len(own) + (0 if last else 2) > height and number:
                lines += [Content(""), self._heading(f"+{len(contested) - number} more: step through them")]
                break
            lines += [Content(""), *about]
        return [*lines, *own]

    def _about(self, results: Results, step: str) -> list[Content]:
        card = self._summary(results, step)
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
            *told(results, card, width=width),
            Content(""),
            Content(self._agreed(card)),
        ]

    def _agreed(self, card: CardSummary) -> str:
        if not card.n:
            return "Nobody has placed it yet."
        if len(card.placements) == 1:
            return "All in the same place."
        return f"In {len(card.placements)} different places."

    def _summary(self, results: Results, step: str) -> CardSummary:
        return next(card for card in results.summary.cards if card.card == step)

    def _own(self, results: Results) -> list[Content]:
        lines = own_lines(results)
        return [Content(""), self._heading("Cards people wrote"), *lines] if lines else []

    def _heading(self, words: str) -> Content:
        return Content.styled(words, Style(foreground=palette_of(self.app).quiet))

    # On a narrow screen

    def _list(self, results: Results) -> list[Content]:
        palette, colours = palette_of(self.app), colours_of(self.app)
        width = self.scroll.scrollable_content_region.width
        room = max(width * 2 // 5, 12)
        lines = [self._heading(results.key()), Content("")]
        split = {card.card for card in results.summary.cards if len(results.most(card)) > 1}
        for card in results.ordered():
            mark = HAND_MARK if card.card == self._dwelt else SPLIT_MARK if card.card in split else " "
            label = cut(results.label(card.card), room - 3)
            text = f"{mark} {label}{' ' * (room - 2 - width_of(label))}"
            style = Style(foreground=palette.now, bold=True) if card.card == self._dwelt else Style()
            lines.append(Content.styled(text, style) + bar(results, card, palette, colours, width=width - room))
        return [*lines, *self._own(results)]
