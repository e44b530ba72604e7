"""The projector while the room works: the question, what to do, the time, who is in, and what to talk about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from activities.session.contribution import Contribution
from activities.session.session import Phase, Session
from activities.session.timer import clock_face
from tui.room.edges import LARGE
from tui.room.joining import RoomJoin
from tui.room.words import (
    MORE,
    count,
    fitted,
    question_words,
    shorter_task_words,
    task_words,
    time_words,
)
from tui.widgets.big_letters import measure, right_to_left
from tui.widgets.big_lines import one_line, set_text
from tui.widgets.big_type import BigType
from tui.widgets.lines import say
from tui.widgets.time_left import STANDS, is_late


@dataclass(frozen=True)
class Sizes:
    """What a screen affords: pixels from line to line of question, task and clock, rows of air, and under the question."""

    question: int
    task: int
    clock: int
    air: int
    gap: int


TIME_WORDS = 30
"""Cells kept beside the timer for what is said about the time."""

LOW = Sizes(question=14, task=0, clock=12, air=0, gap=1)
MIDDLE = Sizes(question=24, task=0, clock=18, air=3, gap=2)
HALL = Sizes(question=32, task=11, clock=26, air=4, gap=5)


@dataclass(frozen=True)
class Terms:
    """What gives way to the question: the talk, the rows of air and of what to do (a share of all, in tenths), the clock.

    `clock` is the share of its usual size that it keeps, in tenths; `beside` tells whether anything else is
    said: what to do, and until when a pause is.
    """

    talk: bool = True
    air: bool = True
    task: int = 5
    clock: int = 10
    beside: bool = True


GIVING_WAY = (
    Terms(),
    Terms(talk=False),
    Terms(talk=False, air=False, task=3),
    Terms(talk=False, air=False, task=1, clock=8),
    Terms(talk=False, air=False, task=0, clock=6),
    Terms(talk=False, air=False, task=0, clock=6, beside=False),
)
"""The question is in big type on the first of these terms that allow it."""

SMALLEST = 10


def sizes(width: int, height: int) -> Sizes:
    """The sizes for this many cells."""
    if height < 26 or width < 100:
        return LOW
    return HALL if height >= 46 and width >= 150 else MIDDLE


class RoomTask(Container):
    """One question in the middle, the time under it. Everything shrinks to fit; what cannot is said to be missing."""

    def __init__(self) -> None:
        """With nothing to show yet."""
        super().__init__(id="working")
        self._session: Session | None = None
        self._contributions: Sequence[Contribution] = ()
        self._now: datetime | None = None
        self._zoomed = False
        self._terms = Terms()

    def compose(self) -> ComposeResult:
        """From the top: what it is, the question, what to do; the clock; what to talk about, or how to take part."""
        with Vertical(id="task"):
            yield Static(id="heading")
            yield BigType(id="question")
            yield BigType(id="task-big")
            yield Static(id="task-plain")
        with Horizontal(id="clock"):
            yield BigType(id="timer")
            yield Static(id="time-words")
            with Vertical(id="counts"):
                yield Static(id="dots")
                yield BigType(id="count")
        yield RoomJoin()
        yield Static(id="talk")
        yield BigType(id="talk-big")

    def show(self, session: Session, contributions: Sequence[Contribution], now: datetime) -> None:
        """The room stands like this now. Where only somebody's work has changed, only the count is set again."""
        same, self._session = session is self._session, session
        self._contributions, self._now = contributions, now
        if same and self.is_set:
            rows = self._clock_rows()
            self._say_who(session)
            if rows == self._clock_rows():
                return
        self.fill()

    def zoom(self, zoomed: bool) -> None:
        """Fewer, larger words, or all of them."""
        self._zoomed = zoomed
        self.fill()

    @property
    def is_set(self) -> bool:
        """Whether everything has been said and sized: until then nothing is to be seen, of the screen's edges either."""
        return self.screen.has_class("-set")

    def on_resize(self, event: events.Resize) -> None:
        """Set everything again for the room there is."""
        self.fill()

    def tick(self, now: datetime) -> None:
        """A little later: the timer goes on."""
        self._now = now
        before = len(self.query_one("#timer", BigType).text)
        self._say_time()
        if len(self.query_one("#timer", BigType).text) != before:
            self.fill()

    def fill(self) -> None:
        """Say and size everything."""
        session = self._session
        if session is None or not self.size.width:
            return
        phase = session.state().phase
        is_open, waiting = phase is Phase.OPEN, phase is Phase.WAITING
        self.query_one("#clock").display = is_open or (session.activity.answered and not waiting)
        self.query_one("#clock").set_class(not is_open, "-stands")
        self.query_one("#timer").display = is_open
        self.query_one("#time-words").display &= is_open
        self.query_one("#counts").display = session.activity.answered
        self.query_one(RoomJoin).display = waiting
        self._say_time()
        for terms in GIVING_WAY:
            self._terms = terms
            self._say_who(session)
            if self._fit_task(session, self._say_talk(session, wanted=terms.talk and not waiting)):
                break
        else:
            self._terms = Terms(talk=False)
            self._say_who(session)
            self._fit_task(session, 0)
        self.screen.add_class("-set")

    def _say_time(self) -> None:
        session, now = self._session, self._now
        if session is None or now is None or session.state().phase is not Phase.OPEN:
            return
        timer = session.state().timer
        left = timer.remaining(now)
        big, words = self.query_one("#timer", BigType), self.query_one("#time-words", Static)
        said = time_words(left, timer.length) if timer.running else STANDS
        big.update(clock_face(left))
        say(words, Content(said))
        words.display = bool(said)
        for part in (big, words):
            part.set_class(is_late(left, timer.length), "late")

    @property
    def _sizes(self) -> Sizes:
        return sizes(*self.screen.size)

    @property
    def _across(self) -> int:
        """Cells across which text may run."""
        return max(self.content_size.width, 1)

    def _say_who(self, session: Session) -> None:
        """The timer as large as it may be beside the count, and the count as large as the timer leaves it."""
        sizes, across = self._sizes, self._across
        alone = not session.activity.can_be_revealed and self._terms.clock == Terms.clock
        clock = sizes.question + sizes.clock if alone else sizes.clock
        largest = max(clock * self._terms.clock // 10, SMALLEST)
        counted = count(session, self._contributions)
        dots = counted.dots if len(counted.dots.plain) <= across // 3 else Content("")
        say(self.query_one("#dots", Static), dots)
        self.query_one("#dots").display = bool(dots.plain)
        timer, words = self.query_one("#timer", BigType), self.query_one("#count", BigType)
        words.update(counted.words)
        words.set_class(0 < counted.of == counted.done, "done")
        if timer.display:
            least = max(len(counted.words), len(dots.plain)) + 3 if session.activity.answered else 0
            least = max(least, measure(counted.words, 10) + 4) if least and sizes is HALL else least
            clock = one_line(timer.text, across - least, largest, 10) or 0
            if not clock and dots.plain:
                self.query_one("#dots").display = False
                clock = one_line(timer.text, across - len(counted.words) - 3, largest, 10) or 0
            timer.fit(largest=clock)
            across -= measure(timer.text, clock) if clock else len(timer.text)
            across -= 4 if timer.text.startswith("over") else TIME_WORDS
        size = one_line(counted.words, across, max(largest * 5 // 8, 10), 10) if sizes is not LOW else None
        words.fit(largest=size or 0)
        join = self.query_one(RoomJoin)
        join.show(session, self._across, code=max(sizes.clock - 2, 12), large=sizes is not LOW)
        rows = self._clock_rows()
        for part in ("#counts", "#time-words"):
            self.query_one(part).styles.height = rows

    def _say_talk(self, session: Session, *, wanted: bool) -> int:
        """The first question to discuss, and how many rows it takes. Zoomed, it is big or not there."""
        plain, big = self.query_one("#talk", Static), self.query_one("#talk-big", BigType)
        questions = session.activity.discuss if wanted else ()
        plain.display, big.display = bool(questions) and not self._zoomed, False
        if not questions:
            return 0
        if self._zoomed:
            lines = set_text(questions[0], self._across, LARGE, 11, max(self.content_size.height // 4, 1))
            big.display = self._sizes is HALL and lines.size is not None
            big.update(questions[0])
            big.fit(largest=lines.size or 0, most_rows=lines.height)
            return lines.height + 2 if big.display else 0
        label = "Talk about   "
        texts = fitted(questions[0], max(self._across - len(label), 10), 3)
        say(plain, Content.assemble((label, "$quiet"), (("\n" + " " * len(label)).join(texts), "bold")))
        return len(texts) + 1

    def _fit_task(self, session: Session, talk_rows: int) -> bool:
        """The question as large as fits above the clock, what to do under it. Returns whether it is in big type."""
        heading, question = self.query_one("#heading", Static), self.query_one("#question", BigType)
        phase, terms = session.state().phase, self._terms
        locked = phase is Phase.LOCKED and session.activity.answered
        do, asks = task_words(session), question_words(session, self._now if terms.beside else None)
        first, second = (do, asks) if locked else (asks, do)
        say(heading, Content(session.activity.title))
        air = self._sizes.air if terms.air else 0
        rows = max(self.content_size.height - self._clock_rows() - talk_rows - air // 2 - self._under_clock, 1)
        heading.display = phase is Phase.WAITING and rows > 14
        rows -= 2 * heading.display
        question.update(first)
        largest = 64 if self._zoomed else self._sizes.question
        if not session.activity.can_be_revealed:  # the time is what people look for
            largest = one_line(first, self._across, largest, SMALLEST) or largest
        wanted = terms.beside and (locked or not self._zoomed)
        shorter = shorter_task_words(session)
        left = max(rows - self._say_second(second if wanted else "", shorter, rows) - air, 1)
        question.fit(largest=largest, smallest=SMALLEST, most_rows=left)
        lines = set_text(first, self._across, largest, SMALLEST, left)
        return lines.size is not None and (
            talk_rows == 0 or not self._zoomed or lines.size >= self._sizes.question * 3 // 4
        )

    @property
    def _under_clock(self) -> int:
        """Rows that stay free under the clock: none where a pause takes the whole of a low screen."""
        return 0 if self.screen.has_class("-pause") and self.screen.has_class("-low") else 1

    def _say_second(self, words: str, shorter: str, rows: int) -> int:
        """What stands under the big words, in big type where there is room for it; returns the rows it takes.

        Where there is none for all the words there may be for the `shorter` ones.
        """
        big, plain = self.query_one("#task-big", BigType), self.query_one("#task-plain", Static)
        sizes, terms = self._sizes, self._terms
        roomy = terms.task == Terms.task
        largest, most = sizes.task if roomy else 0, max(rows * 2 // 5, 1)
        lines = set_text(words, self._across, largest, SMALLEST, most)
        if words and shorter and not lines.size:
            lines = set_text(shorter, self._across, largest, SMALLEST, most)
            words = shorter if lines.size else words
        big.display, plain.display = bool(words and lines.size), bool(words and not lines.size)
        gap = sizes.gap if terms.air else 1 if terms.task else 0
        big.styles.margin = plain.styles.margin = (gap, 0, 0, 0)
        if big.display:
            big.update(words)
            big.fit(largest=lines.size or 10, most_rows=lines.height)
            return lines.height + gap
        if not words:
            return 0
        if plain.display:
            most = max(rows * terms.task // 10 - gap, 1)
            texts = fitted(words, self._across, most)
            if texts[-1] == MORE and shorter:
                texts = fitted(shorter, self._across, most)
            say(plain, Content("\n".join(texts)))
            plain.styles.text_align = "right" if right_to_left(words) else "start"
            return len(texts) + gap
        return gap

    def _clock_rows(self) -> int:
        """The rows that the clock and the count take, or the code to join."""
        if self.query_one(RoomJoin).display:
            return self.query_one(RoomJoin).rows
        if not self.query_one("#clock").display:
            return 0
        parts = [self.query_one("#timer", BigType), self.query_one("#count", BigType)]
        heights = [part.get_content_height(self.size, self.size, self._across) for part in parts if part.display]
        dots = 2 if self.query_one("#dots").display else 0
        return max([*heights, heights[-1] + dots] if parts[-1].display else heights, default=0)
