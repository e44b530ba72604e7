"""What is put into a saver is kept, newest first in line, however the disk behaves."""

import asyncio
import threading

import pytest

from activities.refusal import Refused
from tui.seat import saving
from tui.seat.saving import Saver


async def test_the_last_state_is_kept_and_told() -> None:
    kept: list[int] = []
    told: list[str] = []
    saver: Saver[int] = Saver(kept.append, told.append)
    saver.put(1)
    assert await saver.settle()
    assert kept == [1]
    assert told == [""]
    assert saver.settled


async def test_states_that_come_while_one_is_written_are_joined_into_the_newest() -> None:
    gate, begun = threading.Event(), threading.Event()
    kept: list[int] = []

    def keep(state: int) -> None:
        begun.set()
        gate.wait(5)
        kept.append(state)

    saver: Saver[int] = Saver(keep, lambda _: None)
    saver.put(1)
    await asyncio.to_thread(begun.wait, 5)
    for state in (2, 3, 4):
        saver.put(state)
    gate.set()
    assert await saver.settle()
    assert kept == [1, 4]


async def test_what_cannot_be_kept_is_told_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "RETRY", 0.01)
    tries: list[int] = []
    told: list[str] = []

    def keep(state: int) -> None:
        tries.append(state)
        if len(tries) < 3:
            raise Refused("The disk is full.")

    saver: Saver[int] = Saver(keep, told.append)
    saver.put(7)
    assert await saver.settle()
    assert tries == [7, 7, 7]
    assert told == ["The disk is full.", "The disk is full.", ""]


async def test_settling_gives_up_waiting_but_not_trying() -> None:
    def keep(state: int) -> None:
        raise Refused("The disk is full.")

    saver: Saver[int] = Saver(keep, lambda _: None)
    saver.put(7)
    assert not await saver.settle(0.05)
    assert not saver.settled
