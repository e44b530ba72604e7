"""A screen hears how the session stands at once, after every change, and when it is lost and found again."""

from collections.abc import Iterator
from threading import Event

from textual.message import Message

from activities.session.contribution import Participant
from activities.session.session import Session
from store.protocol import Store
from store.refusals import NoSession
from tui.following import Follower, follow, look

PERSON = Participant(id="p-1", name="Table 1")


class Told:
    """What was told; it stops the follower after so many."""

    def __init__(self, enough: int) -> None:
        self.stop, self.heard, self._enough = Event(), list[Message](), enough

    def __call__(self, message: Message) -> None:
        self.heard.append(message)
        if len(self.heard) >= self._enough:
            self.stop.set()


def test_the_first_report_comes_at_once_and_has_everything(store: Store, session: Session) -> None:
    store.change_contribution(session.code, PERSON, lambda kept: kept)
    told = Told(1)
    follow(store, session.code, told.stop, told)
    (first,) = told.heard
    assert isinstance(first, Follower.Changed)
    assert first.session == session


def test_only_what_changed_is_read_again(store: Store, session: Session) -> None:
    known = look(store, session.code, frozenset({"session"}), None)
    store.change_session(session.code, lambda now: now.show(blank=True))
    same = look(store, session.code, frozenset({"p-1"}), known)
    assert same.session is known.session
    assert look(store, session.code, frozenset({"session"}), same).session.shown.blank


def test_a_session_that_is_lost_is_told_once_and_so_is_its_return(store: Store, session: Session) -> None:
    class Patchy:
        """A store whose session cannot be found the first three times."""

        tries = 0

        def __getattr__(self, name: str) -> object:
            return getattr(store, name)

        def watch(self, code: str, stop: Event) -> Iterator[frozenset[str]]:
            self.tries += 1
            if self.tries <= 3:
                raise NoSession(code)
            yield frozenset({"session"})

    told = Told(2)
    follow(Patchy(), session.code, told.stop, told)  # type: ignore[arg-type]
    assert [type(message) for message in told.heard] == [Follower.Lost, Follower.Changed]


def test_a_newer_report_takes_the_place_of_one_that_waits(store: Store, session: Session) -> None:
    old = look(store, session.code, frozenset(), None)
    assert old.can_replace(old)
    assert not old.can_replace(Follower.Lost("gone"))
