"""How long a workshop file takes to read grows with its size and no faster, whatever it is full of."""

from collections.abc import Callable
from time import process_time

import pytest

from activities.workshop.marked_yaml import LARGEST, MOST_VALUES
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop

HEAD = "id: mine\ntitle: Mine\nsummary: To try it.\n"

FULL_OF: dict[str, Callable[[int], str]] = {
    "tabs": lambda n: "\t" * n,
    "tabs and a word": lambda n: "\t" * n + "x",
    "spaces and tabs": lambda n: (" " * 50 + "\t" * 50) * (n // 100),
    "lines of tabs": lambda n: "\tx\n" * (n // 3),
    "spaces": lambda n: " " * n,
    "empty lines": lambda n: "\n" * n,
    "brackets": lambda n: "follows: " + "[" * n,
    "pairs of brackets": lambda n: "follows: [" + "[[[]]]," * (n // 7) + "]",
    "braces": lambda n: "follows: " + "{a: " * (n // 4),
    "dashes": lambda n: "- " * (n // 2),
    "question marks": lambda n: "? " * (n // 2),
    "a deeper key a line": lambda n: "".join(" " * depth + "a:\n" for depth in range(int((2 * n) ** 0.5))),
    "a long key": lambda n: "k" * n + ": x",
    "a long value": lambda n: "follows: " + "k" * n,
    "a long text in double quotes": lambda n: 'follows: "' + "k \\n" * (n // 4) + '"',
    "a long text in single quotes": lambda n: "follows: '" + "k ''" * (n // 4) + "'",
    "a quote that stays open": lambda n: "follows: 'a" + "\n b" * (n // 3),
    "a long folded text": lambda n: "follows: >\n" + "  k\n\n" * (n // 5),
    "anchors": lambda n: "follows: [" + "&a x," * (n // 5) + "]",
    "aliases": lambda n: "follows: [" + "*a ," * (n // 4) + "]",
    "a long anchor": lambda n: "follows: &" + "a" * n + " x",
    "tags": lambda n: "follows: [" + "!a x," * (n // 5) + "]",
    "documents": lambda n: "---\n" * (n // 4),
    "other keys": lambda n: "".join(f"key{number}: x\n" for number in range(n // 11)),
    "one key": lambda n: "key: x\n" * (n // 7),
    "empty activities": lambda n: "activities:\n" + "- {}\n" * (n // 5),
    "activities of one id": lambda n: "activities:\n" + "- {id: a}\n" * (n // 10),
    "broken references": lambda n: (
        "activities:\n" + "".join(f"- {{id: a{number}, from: z}}\n" for number in range(n // 22))
    ),
    "references in one activity": lambda n: (
        "activities:\n- {kind: brief, id: a}\n- say:\n" + "  - from: z\n" * (n // 12)
    ),
    "comments": lambda n: "# \n" * (n // 3),
    "unseen characters": lambda n: "\x01\n" * (n // 2),
}


def refuse(text: str) -> tuple[str, ...]:
    with pytest.raises(WorkshopMistakes) as refused:
        read_workshop(text, "mine.yaml")
    return refused.value.mistakes


def seconds(text: str) -> float:
    begun = process_time()
    refuse(text)
    return process_time() - begun


@pytest.mark.parametrize("full_of", FULL_OF.values(), ids=FULL_OF.keys())
def test_a_file_eight_times_as_long_takes_some_eight_times_as_long(full_of: Callable[[int], str]) -> None:
    """What grows with the square takes sixty-four times as long."""
    short, long = (HEAD + full_of(length) for length in (4_000, 32_000))
    least = min(seconds(short) for _ in range(3))
    assert any(seconds(long) < 24 * least + 0.2 for _ in range(3))


def test_no_more_is_read_than_a_workshop_can_need() -> None:
    assert refuse("x" * (LARGEST + 1)) == (
        "mine.yaml:1: the file has more than 250,000 characters: no workshop needs that many",
    )
    entries = MOST_VALUES - 1
    assert refuse("- x\n" * entries) == (
        "mine.yaml:1: the file must begin with keys and values, such as ‘id: my-workshop’",
    )
    assert refuse("- x\n" * MOST_VALUES) == (
        f"mine.yaml:{MOST_VALUES}: more than 10,000 keys and values: no workshop needs that many",
    )
    assert refuse("[" + "*a ,\n" * LARGEST)[-1].startswith("mine.yaml:1: the file has more than")
    assert refuse("[" + "*a ,\n" * MOST_VALUES + "]")[-1].endswith("keys and values: no workshop needs that many")
