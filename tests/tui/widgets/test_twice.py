from collections.abc import Callable

import pytest

from tui.widgets.twice import SOON, Twice


class Clock:
    """Calls what waits for it when its time has come."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def wait(self, seconds: float, then: Callable[[], None]) -> None:
        self.waiting.append((self.now + seconds, then))

    def go_on(self, seconds: float) -> None:
        self.now += seconds
        for due in [due for due in self.waiting if due[0] <= self.now]:
            self.waiting.remove(due)
            due[1]()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def said() -> list[bool]:
    return []


@pytest.fixture
def key(clock: Clock, said: list[bool]) -> Twice:
    return Twice(clock.wait, said.append)


def test_a_key_pressed_again_soon_counts(key: Twice, clock: Clock, said: list[bool]) -> None:
    assert not key.pressed()
    assert said == [True]
    clock.go_on(SOON - 0.1)
    assert key.pressed()
    assert said == [True]


def test_a_stray_key_is_forgotten_and_what_was_said_goes(key: Twice, clock: Clock, said: list[bool]) -> None:
    assert not key.pressed()
    clock.go_on(SOON)
    assert said == [True, False]
    assert not key.pressed()
    assert said == [True, False, True]
    clock.go_on(SOON - 0.1)
    assert key.pressed()
