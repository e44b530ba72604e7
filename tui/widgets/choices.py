"""A list to choose one thing from, the one in hand marked by an arrow and its own ground."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

MARK = 2
"""Cells before every choice, for the mark of the one in hand."""


@dataclass(frozen=True)
class Choice:
    """One thing to choose. Without an id it is a heading or a gap.

    `words` wrap under their own first line; `head` stands before that, in a column of `column` cells.
    """

    words: Content
    id: str | None = None
    disabled: bool = False
    head: Content = field(default_factory=Content)
    column: int = 0


class Choices(OptionList):
    """An option list whose marks tell what is in hand without colour."""

    DEFAULT_CSS = """
    Choices { height: auto; border: none; padding: 0; background: transparent; }
    Choices:focus { border: none; background-tint: transparent 0%; }
    Choices > .option-list--option { padding: 0; }
    Choices > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    Choices:focus > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    Choices > .option-list--option-hover { background: $panel; }
    Choices > .option-list--option-disabled { color: $quiet; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing to choose yet."""
        super().__init__(id=id, markup=False)
        self._choices: list[Choice] = []

    def offer(self, choices: Iterable[Choice]) -> None:
        """Offer these; the one in hand stays in hand where it is still among them."""
        chosen = list(choices)
        if chosen == self._choices:
            return
        held = self.highlighted_option.id if self.highlighted_option else None
        self._choices = chosen
        self.set_options(Option(_Row(one), id=one.id, disabled=one.disabled or one.id is None) for one in chosen)
        able = [at for at, one in enumerate(chosen) if one.id and not one.disabled]
        same = [at for at in able if chosen[at].id == held]
        self.highlighted = next(iter(same or able), None)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark."""
        super().watch_highlighted(highlighted)
        for at, one in enumerate(self._choices[: self.option_count]):
            if one.id:
                self.replace_option_prompt_at_index(at, _Row(one, at == highlighted))


class _Row(Visual):
    """A choice as it is drawn: the mark, the head, and the words in a column of their own."""

    def __init__(self, choice: Choice, in_hand: bool = False) -> None:
        mark = Content.styled("▸ ", "$now bold") if in_hand else Content("  ")
        self._before = Content.assemble(mark, choice.head)
        self._indent = MARK + choice.column if choice.id else 0
        self._words = choice.words

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines of the choice."""
        words = self._words.render_strips(max(width - self._indent, 1), height, style, options)
        blank = Strip.blank(self._indent, style.rich_style)
        if not self._indent:
            return words
        (first, *_) = self._before.render_strips(self._indent, 1, style, options)
        starts = [first.adjust_cell_length(self._indent, style.rich_style), *(blank for _ in words[1:])]
        return [Strip.join([start, line]) for start, line in zip(starts, words, strict=True)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Cells of the longest line before it is wrapped."""
        return self._indent + self._words.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Rows of the wrapped words."""
        return self._words.get_height(rules, max(width - self._indent, 1))
