"""Memory is freed when nobody waits for it, and is freed in the end."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from tui import tidying
from tui.tidying import AT_LEAST, LONG_QUIET, NEW, OFTEN, QUIET, TidyApp


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


class Ring:
    """Refers to itself, as what a screen leaves behind often does."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(tidying, "monotonic", found)
    return found


@pytest.fixture
def app(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[TidyApp[None]]:
    """Tidying, looked at by hand."""
    found = TidyApp[None]()
    monkeypatch.setattr(found, "set_interval", lambda *_: None)
    found.tidy_when_quiet()
    yield found
    gc.enable()
    gc.unfreeze()


def left_behind(many: int = 2 * NEW) -> "weakref.ref[Ring]":
    return weakref.ref([Ring() for _ in range(many)][-1])


async def test_nothing_is_looked_through_while_keys_come(app: TidyApp[None], clock: Clock) -> None:
    async with app.run_test() as pilot:
        app._tidied = clock.now
        ring = left_behind()
        await pilot.press("a")
        clock.now += QUIET / 2
        app._tidy()
        assert ring() is not None
        clock.now += QUIET
        app._tidy()
        assert ring() is None


async def test_where_keys_never_stop_it_is_done_all_the_same(app: TidyApp[None], clock: Clock) -> None:
    async with app.run_test() as pilot:
        app._tidied = clock.now
        ring = left_behind()
        for _ in range(int(AT_LEAST / QUIET) + 4):
            clock.now += QUIET / 1.2
            await pilot.press("a")
            app._tidy()
        assert ring() is None


def test_a_little_is_left_alone(app: TidyApp[None], clock: Clock) -> None:
    gc.collect()
    ring = left_behind(10)
    clock.now += LONG_QUIET / 2
    app._tidy()
    assert ring() is not None


def test_what_has_been_there_for_long_goes_in_a_long_quiet(app: TidyApp[None], clock: Clock) -> None:
    gc.collect()
    old = [Ring()]
    ring = weakref.ref(old[0])
    for _ in range(OFTEN):
        left_behind()
        clock.now += QUIET
        app._tidy()
    old.clear()
    clock.now += LONG_QUIET
    app._tidy()
    assert ring() is None
