"""How a screen follows a session that other terminals change: a part without looks that reports how the room stands.

A screen yields a `Follower` in its `compose` and handles two messages:

    def compose(self) -> ComposeResult:
        yield Follower(self.code)

    def on_follower_changed(self, event: Follower.Changed) -> None: ...
    def on_follower_lost(self, event: Follower.Lost) -> None: ...

The first `Changed` comes at once, the next whenever anybody saved something. Reading happens in a thread of its own,
which ends with the part it belongs to.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic

from textual.getters import app as the_app
from textual.message import Message
from textual.widget import Widget

from activities.refusal import Refused
from activities.session.contribution import Contribution
from activities.session.session import Session
from store.protocol import Store
from tui.app import FlipchartApp

SHORTEST = 0.01
"""Seconds from one report to the next at least: what comes in between is told in one."""

SESSION = "session"
"""What `Store.watch` calls the session itself; all else it names are participants' ids."""

LOOK = 0.1
"""Seconds from one look at what has gathered to the next."""

RETRY = 0.5
"""Seconds until a session that could not be read is looked for again."""


class Follower(Widget):
    """Follows one session in the app's store for as long as it is mounted. It is never seen."""

    DEFAULT_CSS = "Follower { display: none; }"
    app = the_app(FlipchartApp)

    @dataclass
    class Changed(Message):
        """How the session stands now: itself, everybody's work, and a sentence for each file that cannot be read.

        Where the screen is slow only the newest of several is delivered.
        """

        session: Session
        contributions: tuple[Contribution, ...]
        troubles: tuple[str, ...]

        def can_replace(self, message: Message) -> bool:
            """A newer report takes the place of one that still waits."""
            return isinstance(message, Follower.Changed)

    @dataclass
    class Lost(Message):
        """The session cannot be read just now; `message` says why, in a sentence for people.

        Told once. The follower keeps trying, and `Changed` says that the session is back.
        """

        message: str

    def __init__(self, code: str, *, only: str | None = None, calm: float = 0.0) -> None:
        """Follow the session with this code.

        `only` is the one participant whose work is of interest; nobody else's is then read. `calm` is how many seconds
        to gather changes of people's work into one report; a change of the session itself is told at once all the same.
        """
        super().__init__()
        self.code = code
        self._only, self._calm = only, calm
        self._stop = Event()

    def on_mount(self) -> None:
        """Begin to follow."""
        self.run_worker(self._work(self.app.store), name=f"following {self.code}", group="following", thread=True)

    def on_unmount(self) -> None:
        """Nobody listens any more."""
        self._stop.set()

    def _work(self, store: Store) -> Callable[[], None]:
        return lambda: follow(store, self.code, self._stop, self.post_message, only=self._only, calm=self._calm)


def follow(
    store: Store,
    code: str,
    stop: Event,
    tell: Callable[[Message], object],
    *,
    only: str | None = None,
    calm: float = 0.0,
) -> None:
    """Tell how the session stands, now and after every change, until `stop` is set. It blocks: run it in a thread.

    `only` and `calm` are as in `Follower`.
    """
    lost: str | None = None
    while not stop.is_set():
        known: Follower.Changed | None = None
        try:
            for changed in _gathered(store, code, stop, only, calm):
                known, lost = look(store, code, changed, known, only), None
                tell(known)
                stop.wait(SHORTEST)
        except Refused as refused:
            if str(refused) != lost:
                lost = str(refused)
                tell(Follower.Lost(lost))
        stop.wait(RETRY)


def _gathered(store: Store, code: str, stop: Event, only: str | None, calm: float) -> Iterator[frozenset[str]]:
    """What changed: the session at once, people's work joined into one set every `calm` seconds.

    Raises what the store's watch raises.
    """
    news: Queue[frozenset[str] | Refused] = Queue()
    Thread(target=_listen, args=(store, code, stop, news), name=f"listening to {code}", daemon=True).start()
    waiting: frozenset[str] = frozenset()
    due = 0.0
    while not stop.is_set():
        try:
            found = news.get(timeout=LOOK)
        except Empty:
            found = frozenset()
        if isinstance(found, Refused):
            raise found
        waiting |= found if only is None else found & {SESSION, only}
        if waiting and (SESSION in waiting or monotonic() >= due):
            yield waiting
            waiting, due = frozenset(), monotonic() + calm


def _listen(store: Store, code: str, stop: Event, news: "Queue[frozenset[str] | Refused]") -> None:
    try:
        for changed in store.watch(code, stop):
            news.put(changed)
    except Refused as refused:
        news.put(refused)


def look(
    store: Store, code: str, changed: frozenset[str], known: Follower.Changed | None, only: str | None = None
) -> Follower.Changed:
    """How the session stands now, where only what is named in `changed` need be read again (all, if nothing is known).

    With `only`, nobody else's work is read.

    Raises Refused where the session cannot be read.
    """
    if only is not None:
        mine = store.contribution(code, only)
        everyone = [mine] if mine else []
    elif known is None:
        everyone = store.contributions(code)
    else:
        others = [one for one in known.contributions if one.participant.id not in changed]
        again = [store.contribution(code, one) for one in changed - {SESSION}]
        everyone = [*others, *(one for one in again if one is not None)]
    return Follower.Changed(
        session=store.session(code) if known is None or SESSION in changed else known.session,
        contributions=tuple(sorted(everyone, key=lambda one: one.participant.id)),
        troubles=store.troubles(code),
    )
