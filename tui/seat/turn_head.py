"""What stands over every turn: whose it is, what is asked, how long yet, what to do, who sees it, and what is to be told."""

import re

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from activities.session.sitting import Sitting
from tui.widgets.asked import Asked
from tui.widgets.lines import Fitted

MORE = " … F1"
"""Where what to do has no room: the key for help, which says all of it."""

THIN = 76
"""Cells under which the screen is too narrow for the title beside the name."""

LOW, TALL = 30, 36
"""Rows under which what to do has one line, and from which on there is air around what is asked."""

MOST_ROWS = 3
"""The most rows of what to do."""

READABLE = 110
"""Cells of a line that the eye still finds the next one from."""


class TurnHead(Vertical):
    """Every turn has it, whatever its kind: the question in bold, the time beside it, the task, and the promise under it."""

    DEFAULT_CSS = """
    TurnHead {
        height: auto;
        & #head { height: 1; padding: 0 2; background: $panel; }
        & #title { width: auto; max-width: 50%; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
        & #who { width: 1fr; color: $quiet; padding-left: 2; text-wrap: nowrap; text-overflow: ellipsis; }
        & #keys { width: auto; color: $quiet; link-color: $quiet; link-style: none; }
        & #keys { link-background-hover: $now; link-color-hover: $background; }
        & #saved { width: auto; min-width: 10; padding-left: 2; color: $done; }
        & #saved.late { color: $late; text-style: bold; }
        & #round { height: 1; padding: 0 2; color: $now; }
        & #do { height: auto; padding: 0 2; }
        & #sees { height: auto; padding: 0 2; color: $quiet; }
        & #elsewhere { display: none; height: auto; padding: 0 2; color: $quiet; }
        & #notice { display: none; height: auto; padding: 0 2; text-style: bold; }
        & #notice { color: $background; background: $late; }
        &.-thin #title { display: none; }
        &.-thin #who { padding-left: 0; }
    }
    """

    def __init__(self, sitting: Sitting) -> None:
        """Over this sitting."""
        super().__init__()
        self._sitting = sitting
        self._words = ""
        self._late = self._hushed = self._offered = False

    @property
    def help_now(self) -> str:
        """What is asked, what to do and who sees it, whole, for the help."""
        return _as_markdown(self._sitting)

    def compose(self) -> ComposeResult:
        """From the top: whose turn and which, what is asked, what to do, who sees it; under them what there is to tell."""
        activity = self._sitting.activity
        with Horizontal(id="head"):
            yield Static(Content(activity.title), id="title")
            yield Static(Content(self._sitting.participant.name), id="who")
            yield Static(id="keys")
            yield Static(id="saved")
        words = self._sitting.round_words
        if words:
            yield Static(Content(words[0].upper() + words[1:]), id="round")
        yield Asked(activity)
        yield Fitted(id="do")
        yield Fitted(id="sees")
        yield Static(id="elsewhere")
        yield Static(id="notice")

    def on_mount(self) -> None:
        """What to do and who sees it, in as much room as there is."""
        self.query_one("#do", Fitted).fit(self._to_do)
        self.query_one("#sees", Fitted).fit(self._sees)

    def on_resize(self, event: events.Resize) -> None:
        """There is more room, or less."""
        self.set_class(event.size.width < THIN, "-thin")
        self.asked.set_class(self.screen.size.height >= TALL, "-airy")
        self.query_one("#do", Fitted).fit(self._to_do)

    def _to_do(self, width: int) -> Content:
        """The task in a line on a low screen and in a few on others; where there is more, the key that tells it."""
        width = min(max(width, 20), READABLE)
        rows = Content(" ".join(self._sitting.activity.instructions.split())).wrap(width)
        most = 1 if self.screen.size.height < LOW else MOST_ROWS
        if len(rows) > most:
            last = rows[most - 1].plain.rstrip()
            if len(last) > width - len(MORE):
                last = last[: width - len(MORE) + 1].rpartition(" ")[0] or last[: width - len(MORE)]
            rows = [*rows[: most - 1], Content(last.rstrip(" .,;:")) + Content(MORE)]
        return Content("\n").join(rows)

    def _sees(self, width: int) -> Content:
        """Who sees it and what counts, the long way where that is one line."""
        if self._offered:
            return Content.styled(f"✓ {self._sitting.who_sees_offered}", "$done")
        whole = Content(self._sitting.who_sees)
        return whole if whole.cell_length <= width else Content(self._sitting.who_sees_short)

    def say_offered(self, offered: bool) -> None:
        """What is in hand is offered to the room, or is its writer's alone."""
        if offered != self._offered:
            self._offered = offered
            self.query_one("#sees", Fitted).fit(self._sees)

    @property
    def asked(self) -> Asked:
        """The question, and how much time is left."""
        return self.query_one(Asked)

    def call(self, name: str) -> None:
        """The participant is called this now."""
        self.query_one("#who", Static).update(Content(name))

    def say_saved(self, words: str, *, late: bool = False) -> None:
        """How the saving stands."""
        self._words, self._late = words, late
        self._tell_saved()

    def hush(self, hushed: bool) -> None:
        """Say nothing of saving, or say again how it stands; that it is late is always said."""
        self._hushed = hushed
        self._tell_saved()

    def _tell_saved(self) -> None:
        status = self.query_one("#saved", Static)
        status.update(Content("" if self._hushed and not self._late else self._words))
        status.set_class(self._late, "late")

    def offer(self, *, earlier: str, other: bool, locked: bool) -> None:
        """The keys that turns have beside those of their kind: the footer is full of what one does.

        `earlier` is what one can look back at, in one's own words; nothing where there is nothing.
        """
        back = f"[@click=screen.look_back][bold]F3[/] {earlier}[/]   " if earlier else ""
        version = "[@click=screen.other][bold]F6[/] other version[/]   " if other else ""
        pin = f"[@click=screen.lock][bold]F4[/] PIN{' ✓' if locked else ''}[/]"
        self.query_one("#keys", Static).update(Content.from_markup(back + version + pin))

    def tell(self, words: str) -> None:
        """What is wrong, or why to stop; nothing where nothing is."""
        self._tell("#notice", words)

    def tell_elsewhere(self, words: str) -> None:
        """That the same person is open elsewhere."""
        self._tell("#elsewhere", words)

    def _tell(self, where: str, words: str) -> None:
        line = self.query_one(where, Static)
        line.update(Content(words))
        line.display = bool(words)


def _as_markdown(sitting: Sitting) -> str:
    """What is asked, what to do and who sees it, whole, as Markdown that shows the words as they are."""
    activity = sitting.activity
    told = [activity.question, *activity.instructions.splitlines(), sitting.who_sees]
    first, *others = (re.sub(r"([^\w\s])", r"\\\1", words.strip(), flags=re.ASCII) for words in told if words.strip())
    return "\n\n".join([f"## {first}", *others])
