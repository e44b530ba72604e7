"""Walking through the steps of a reveal on a screen of one size, where what is long takes several pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from activities.reveal.step import PICTURE, Bar, Step, find, is_picture, page_of, portions, step_at
from tui.widgets.big_layout import lay_out

SMALLEST_SCREEN = (80, 20)
"""Cells for a step on the smallest terminal: what is walked through for a screen of unknown size."""


ROOMY = (150, 36)
"""Cells, across and down, from which on there is room for a picture and for words in big type beside it."""

WORDS = 0.42
"""The share of the width that the words beside a picture have (0–1)."""

GAP = 3
"""Cells between a picture and the words beside it."""


@lru_cache(maxsize=128)
def pages_of(step: Step, width: int, rows: int, larger: bool = False) -> tuple[Step, ...]:
    """The step in as many pages as it takes to be read from the back, one where it fits."""

    def fits(page: Step) -> bool:
        # a page needs the line that says which of how many it is
        return lay_out(replace(page, place=page.place or "page"), width, rows, larger).whole

    if lay_out(step, width, rows, larger).whole:
        return (step,)
    found = _barred(step, fits) if step.bars else _worded(step, fits)
    return tuple(page.page(number, len(found)) for number, page in enumerate(found, 1))


Fits = Callable[[Step], bool]


def _barred(step: Step, fits: Fits) -> list[Step]:
    """The sentence and the bars on pages of their own, as few as there can be, the longest bar the same on all."""
    bare = replace(step, question="", note="", quiet=(), most=step.longest)
    said = replace(bare, bars=())
    if not step.words:
        return _some_bars(bare, fits)
    first = [said] if fits(said) else []
    last = [] if first else _parts(_untitled(said), fits)
    return [*first, *_some_bars(replace(bare, words=""), fits), *last]


def _some_bars(step: Step, fits: Fits) -> list[Step]:
    """As many bars to a page as there is room for, about the same number on each, with the title where it fits."""
    title = _parts(replace(step, bars=(), title="", words=step.title), fits) if step.title else []
    for form in (step, _untitled(step)):
        for number in range(1, len(step.bars) + 1):
            pages = [replace(form, bars=part) for part in _even(step.bars, number)]
            if form is step:
                pages[1:] = [replace(page, title=step.short or step.title) for page in pages[1:]]
            if all(fits(page) for page in pages):
                return pages if form is step else [*title, *pages]
    alone = [page for bar in step.bars for page in _one_bar(_untitled(step), bar, fits)]
    return [*title, *alone]


def _one_bar(step: Step, bar: Bar, fits: Fits) -> list[Step]:
    """One bar on a page of its own; where its label is too long for that, what it says."""
    page = replace(step, bars=(bar,))
    return [page] if fits(page) else _parts(replace(step, bars=(), words=f"{bar.figure}: {bar.label}"), fits)


def _even(bars: tuple[Bar, ...], number: int) -> list[tuple[Bar, ...]]:
    most = -(-len(bars) // number)
    return [bars[at : at + most] for at in range(0, len(bars), most)]


def _untitled(step: Step) -> Step:
    """The step with its title at the edge only."""
    return replace(step, title="", above=step.title)


def _worded(step: Step, fits: Fits) -> list[Step]:
    """The title, then the words, parted where they are too long for a page."""
    bare = replace(step, question="", note="", quiet=())
    if not step.title or fits(bare):
        return _parts(bare, fits)
    titles = _parts(replace(bare, title="", words=step.title), fits)
    return [*titles, *_parts(_untitled(bare), fits)] if step.words else titles


def _parts(step: Step, fits: Fits) -> list[Step]:
    """The words on as few pages as hold them."""
    number = 1
    while True:
        found = [replace(step, words=part) for part in portions(step.words, number)]
        if all(fits(page) for page in found) or number > len(step.words):
            return found
        number = max(number + 1, number * 9 // 8)


@dataclass(frozen=True)
class Walk:
    """The steps of a reveal on a screen with so many cells for them.

    Where words are `larger`, what the picture shows is also said in big type: beside it where there is room for both,
    otherwise in its place. One then goes through the pages of that, and not from picture to picture.
    """

    steps: Sequence[Step]
    width: int = SMALLEST_SCREEN[0]
    rows: int = SMALLEST_SCREEN[1]
    larger: bool = False

    def at(self, at: str | None) -> Step:
        """The page that the room is at; where a screen of another size has other pages, the one that comes nearest.

        None of the pages is passed over by whoever steps through those of a smaller screen.
        """
        _, number, of = page_of(step_at(at))
        pages = self._pages(find(self.steps, at), at)
        return pages[-1] if number >= of > 1 else pages[min(number, len(pages)) - 1]

    def on(self, at: str | None, by: int = 1) -> str | None:
        """Where the room is one page further on (or back, where `by` is less than 0); past the ends, at the other end.

        In the picture it goes on to what the picture shows otherwise.
        """
        if is_picture(at) and not self.larger:
            return f"{PICTURE}{self._in_picture(find(self.steps, at), by)}"
        step = find(self.steps, at)
        pages = self._pages(step, at)
        here = pages.index(self.at(at)) + by
        if not 0 <= here < len(pages):
            pages = self._pages((step + by) % len(self.steps), at)
            here = 0 if by > 0 else -1
        return f"{PICTURE if is_picture(at) else ''}{pages[here].id}" or None

    def shows_picture(self, at: str | None) -> bool:
        """Whether the picture itself is seen there: larger words take its place where there is no room for both."""
        return is_picture(at) and (not self.larger or self._is_roomy)

    def across(self, at: str | None) -> int:
        """The cells across that the words in big type have there."""
        return int(self.width * WORDS) if self.larger and self.shows_picture(at) else self.width

    def grown(self, at: str | None) -> bool:
        """Whether the words there are set larger than usual: beside a picture there is no room for that."""
        return self.larger and not self.shows_picture(at)

    @property
    def _is_roomy(self) -> bool:
        return self.width >= ROOMY[0] and self.rows >= ROOMY[1]

    def past(self, at: str | None, by: int = 1) -> str | None:
        """Where the room is at the next thing that is told of, past all the answers to a question, or at the one before."""
        here = find(self.steps, at)
        firsts = [
            number
            for number, step in enumerate(self.steps)
            if not number or step.group != self.steps[number - 1].group or not step.group
        ]
        if by > 0:
            there = next((number for number in firsts if number > here), 0)
        else:
            there = next((number for number in reversed(firsts) if number < here), firsts[-1])
        return f"{PICTURE if is_picture(at) else ''}{self.steps[there].id}" or None

    def _pages(self, step: int, at: str | None) -> tuple[Step, ...]:
        return pages_of(self.steps[step], self.across(at), self.rows, self.grown(at))

    def _in_picture(self, here: int, by: int) -> str:
        """The next step whose picture is another; the first of those with the same one."""
        there = here
        for _ in self.steps:
            there = (there + by) % len(self.steps)
            if self.steps[there].picture != self.steps[here].picture:
                break
        while there and self.steps[there - 1].picture == self.steps[there].picture:
            there -= 1
        return self.steps[there].id
