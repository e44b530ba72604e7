"""One step of a reveal: what the room looks at together before it looks at the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

HEADLINE = ""
"""The id of the first step."""

PICTURE = "*"
"""What stands before a step's id where the room sees the picture at that step. No id of a definition has one."""


@dataclass(frozen=True)
class Bar:
    """How many chose one thing, and `before`, how many did in the round before where rounds are compared."""

    label: str
    count: int
    before: int | None = None
    short: str = ""

    @property
    def figure(self) -> str:
        """The count in figures."""
        return str(self.count) if self.before is None else f"{self.before} → {self.count}"


@dataclass(frozen=True)
class Step:
    """What is seen at one step. All of it is text and numbers; who draws it decides on its size.

    `place` says where in the reveal this is (`card 2 of 18`); `title` is what is looked at, `short` the same where there
    is little room; `words` are a sentence or somebody's answer; `bars` are counts with what they count, the longest bar
    stands for `most`. `drawing` are the lines of a picture made of text (`activities.drawn`). What gives way
    where there is no room: `above`, a line over the words, `note`, a sentence under them, `question`, what to talk about,
    and `quiet`, what was said before. `picture` is what the picture dwells on at this step (nothing: on the whole), and
    what has the same `group` is one after another about the same thing. `empty` is a step that says that there is nothing.
    """

    id: str
    place: str = ""
    title: str = ""
    short: str = ""
    above: str = ""
    words: str = ""
    bars: tuple[Bar, ...] = ()
    most: int = 0
    note: str = ""
    question: str = ""
    quiet: tuple[str, ...] = ()
    drawing: tuple[str, ...] = ()
    picture: str = ""
    group: str = ""
    empty: bool = False

    @property
    def in_words(self) -> str:
        """Which step it is, for the facilitator: `card 2 of 18, Schemes of learning`. Nobody's answer is in it."""
        step, number, of = page_of(self.id)
        if step == HEADLINE:
            return "the headline" if of == 1 else f"the headline, {number} of {of}"
        return ", ".join(part for part in (self.place, self.title or self.above) if part)

    @property
    def longest(self) -> int:
        """The count that the longest bar stands for."""
        return self.most or max((max(bar.count, bar.before or 0) for bar in self.bars), default=0) or 1

    def page(self, number: int, of: int) -> "Step":
        """This as one of several pages, counted from 1."""
        return replace(self, id=f"{self.id} {number}/{of}", place=f"{self.place or 'page'} · {number} of {of}")


def page_of(at: str) -> tuple[str, int, int]:
    """The id of the step, and which of how many pages, that an id names: 1 of 1 where it names no page."""
    step, _, page = at.rpartition(" ") if "/" in at else (at, "", "")
    number, _, of = page.partition("/")
    return (step, int(number), int(of)) if number.isdecimal() and of.isdecimal() else (at, 1, 1)


def is_picture(at: str | None) -> bool:
    """Whether the room sees the picture there."""
    return bool(at) and str(at).startswith(PICTURE)


def step_at(at: str | None) -> str:
    """The id of the step, with its page, that the room is at, in the picture or not."""
    return (at or HEADLINE).removeprefix(PICTURE)


def turned(at: str | None) -> str | None:
    """The same step in the picture where it was one thing large, and one thing large where it was the picture."""
    return (step_at(at) or None) if is_picture(at) else f"{PICTURE}{step_at(at)}"


def find(steps: Sequence[Step], at: str | None) -> int:
    """Where among the steps this one is; at the headline if it is not among them any more."""
    step = page_of(step_at(at))[0]
    return next((number for number, one in enumerate(steps) if one.id == step), 0)


def portions(text: str, number: int) -> tuple[str, ...]:
    """The text in so many parts of about the same length, parted between sentences where one ends nearby, else words.

    Nothing is lost but white space where it is parted. There may be fewer parts than asked for, none empty.
    """
    parts: list[str] = []
    rest = text.strip()
    for left in range(number, 1, -1):
        cut = _cut(rest, len(rest) / left)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return tuple(part for part in [*parts, rest] if part)


def _cut(text: str, wanted: float) -> int:
    """Where to part a text so that about as many letters as wanted come before."""
    spaces = [at for at, sign in enumerate(text) if sign.isspace()]
    if not spaces:
        return max(round(wanted), 1)
    ends = [at for at in spaces if text[at - 1] in ".?!…;:" and abs(at - wanted) <= wanted / 2]
    nearest = min(ends or spaces, key=lambda at: abs(at - wanted))
    return nearest if abs(nearest - wanted) <= max(wanted / 2, 20) else max(round(wanted), 1)
