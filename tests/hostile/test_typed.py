"""The short form: what nobody means, typed at a shared terminal, through a real terminal into the real program."""

import random
import re

import pytest

from tests.hostile.typed import hostile, tried
from tui.terminal.sieve import Sieve


@pytest.mark.parametrize("screen", ["join", "waiting", "card sort"])
def test_what_nobody_means_neither_ends_a_held_terminal_nor_keeps_it_from_the_next_key(screen: str) -> None:
    assert tried(screen, 800, "1") == []


def test_a_hundred_thousand_hostile_bytes_become_letters_that_can_be_drawn_and_sequences_that_are_known() -> None:
    sieve, chance = Sieve(), random.Random(1)
    for _ in range(250):
        words = (sieve.feed(hostile(chance, 400)) + sieve.settle()).decode()
        assert not any("\x80" <= letter < "\xa0" for letter in words)
        assert not re.search("\x1b\\[48;[\\d:;]*t", words)
