"""Lines that change often: they are drawn again only where they say something else."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static


def say(part: Static, words: Content) -> None:
    """Say this. The screen is laid out again only where the words take another place than those before."""
    before = part.content
    if isinstance(before, Content):
        if before.is_same(words):
            return
        lengths = [[line.cell_length for line in content.split("\n", allow_blank=True)] for content in (before, words)]
        part.update(words, layout=lengths[0] != lengths[1] or max(lengths[1], default=0) > part.size.width)
    else:
        part.update(words)


class Fitted(Static):
    """Words that depend on the width there is: they are drawn anew when it changes."""

    _words: Callable[[int], Content] | None = None

    def fit(self, words: Callable[[int], Content]) -> None:
        """Show what this gives for a width in cells."""
        self._words = words
        say(self, words(self.size.width))

    def on_resize(self) -> None:
        """There is another width."""
        if self._words is not None:
            say(self, self._words(self.size.width))
