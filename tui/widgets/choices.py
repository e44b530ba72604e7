"""A list to choose one thing from, the one in hand marked by an arrow and its own ground."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True)
class Choice:
    """One thing to choose: `words` is shown, `quiet` under or beside it. Without an id it is a heading or a gap."""

    words: Content
    id: str | None = None
    disabled: bool = False


class Choices(OptionList):
    """An option list whose marks tell what is in hand without colour."""

    DEFAULT_CSS = """
    Choices { height: auto; border: none; padding: 0; background: transparent; }
    Choices:focus { border: none; background-tint: transparent 0%; }
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
        self.set_options(Option(_row(one, False), id=one.id, disabled=one.disabled or one.id is None) for one in chosen)
        able = [at for at, one in enumerate(chosen) if one.id and not one.disabled]
        same = [at for at in able if chosen[at].id == held]
        self.highlighted = next(iter(same or able), None)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark."""
        super().watch_highlighted(highlighted)
        for at, one in enumerate(self._choices[: self.option_count]):
            if one.id:
                self.replace_option_prompt_at_index(at, _row(one, at == highlighted))


def _row(choice: Choice, in_hand: bool) -> Content:
    if choice.id is None:
        return choice.words
    mark = Content.styled("▸ ", "$now bold") if in_hand else Content("  ")
    first, *rest = choice.words.split("\n")
    lines = [Content.assemble(mark, first), *(Content.assemble("  ", line) for line in rest)]
    return Content("\n").join(lines)
