"""The short form: what nobody means, typed at a shared terminal, through a real terminal into the real program."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.noise import hostile, staying
from tests.hostile.typed import tried_in_one_go
from tui.terminal.sieve import Sieve


def test_what_nobody_means_neither_ends_a_held_terminal_nor_keeps_it_from_the_next_key(tmp_path: Path) -> None:
    outcomes = tried_in_one_go(tmp_path, 200, "1")
    assert {name: outcome.typed for name, outcome in outcomes.items()} == dict.fromkeys(outcomes, 200)
    assert [wrong for outcome in outcomes.values() for wrong in outcome.wrong] == []


@pytest.mark.parametrize("noise", [hostile, staying])
def test_a_hundred_thousand_hostile_bytes_become_letters_that_can_be_drawn_and_sequences_that_are_known(
    noise: Callable[[random.Random, int], bytes],
) -> None:
    sieve, chance = Sieve(), random.Random(1)
    for _ in range(250):
        words = (sieve.feed(noise(chance, 400)) + sieve.settle()).decode()
        assert not any("\x80" <= letter < "\xa0" for letter in words)
        assert not re.search("\x1b\\[48;[\\d:;]*t", words)
