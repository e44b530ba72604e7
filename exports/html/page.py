"""What is known while a page is being written."""

from itertools import count
from pathlib import Path


class Page:
    """How deep its headings stand, which ids are taken, and where there are more fonts for its pictures."""

    def __init__(self, depth: int = 1, fonts: Path | None = None) -> None:
        """A document's title is `h1`, or `h2` at a depth of 2. `fonts` is a folder of fonts for other scripts."""
        self.fonts = fonts
        self._depth = depth
        self._last = depth - 1
        self._numbers = count(1)

    def heading(self, level: int) -> str:
        """The element of a heading: 0 is a document's title, 1 to 3 are the headings in it.

        No level is left out on the way down: a reader who walks by headings would look for what is missing.
        """
        self._last = min(self._depth + level, self._last + 1, 6)
        return f"h{self._last}"

    def deeper(self) -> "Page":
        """The same page, for a document within it."""
        within = Page(self._depth + 1, self.fonts)
        within._numbers = self._numbers
        return within

    def new_id(self, word: str) -> str:
        """An id that nothing else on the page has."""
        return f"{word}-{next(self._numbers)}"
