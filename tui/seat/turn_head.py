"""The lines over a turn: whose and which it is, what is saved, and what is to be told."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from activities.session.sitting import Sitting

WHAT_COUNTS = "What you have when time is up counts, handed in or not."
"""Said before anybody writes: the room's results have drafts in them."""


class TurnHead(Vertical):
    """Whose turn it is and what counts, and more only while there is something to tell."""

    DEFAULT_CSS = """
    TurnHead { height: auto; }
    TurnHead #head { height: 1; padding: 0 2; background: $panel; }
    TurnHead #title { width: auto; max-width: 60%; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    TurnHead #who { width: 1fr; color: $quiet; padding-left: 2; text-wrap: nowrap; text-overflow: ellipsis; }
    TurnHead #keys { width: auto; color: $quiet; link-color: $quiet; link-style: none; }
    TurnHead #keys { link-background-hover: $now; link-color-hover: $background; }
    TurnHead #saved { width: auto; min-width: 10; padding-left: 2; color: $done; }
    TurnHead #saved.late { color: $late; text-style: bold; }
    TurnHead #round { height: 1; padding: 0 2; color: $now; }
    TurnHead #counts { height: 1; padding: 0 2; color: $quiet; }
    TurnHead #elsewhere { display: none; height: auto; padding: 0 2; color: $quiet; }
    TurnHead #notice { display: none; height: auto; padding: 0 2; text-style: bold; }
    TurnHead #notice { color: $background; background: $late; }
    """

    def __init__(self, sitting: Sitting) -> None:
        """Over this sitting."""
        super().__init__()
        self._sitting = sitting
        self._words = ""
        self._late = self._hushed = False

    def compose(self) -> ComposeResult:
        """The line that is always there first."""
        with Horizontal(id="head"):
            yield Static(Content(self._sitting.activity.title), id="title")
            yield Static(Content(self._sitting.participant.name), id="who")
            yield Static(id="keys")
            yield Static(id="saved")
        words = self._sitting.round_words
        if words:
            yield Static(Content(words[0].upper() + words[1:]), id="round")
        yield Static(WHAT_COUNTS, id="counts")
        yield Static(id="elsewhere")
        yield Static(id="notice")

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

    def offer(self, *, other: bool, locked: bool) -> None:
        """The keys that every turn has: the footer is full of what one does."""
        version = "[@click=screen.other][bold]F6[/] other version[/]   " if other else ""
        pin = f"[@click=screen.lock][bold]F4[/] PIN{' ✓' if locked else ''}[/]"
        self.query_one("#keys", Static).update(Content.from_markup(version + pin))

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
