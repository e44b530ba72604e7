"""docs/writing-workshops.md: every example is read by the real reader, and every key of every part is explained."""

import re
from collections import Counter

import pytest

from activities.kinds.registry import kinds
from activities.programme.series import Series
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_either, read_workshop
from activities.workshop.schema import parts_of
from activities.workshop.workshop import Workshop
from tests.schemas import PAGE, TABLE, WHOLES, made

TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
WHOLE = {found[1]: block for block in BLOCKS if (found := re.match(r"id: (\S+)\n", block))}
FIRST = WHOLE["staff-meeting"]
KEYS = {field.alias or name for part in parts_of(Workshop, Series) for name, field in part.model_fields.items()}
FRAME = "id: every-kind\ntitle: Every kind\nsummary: The examples of the page, in their order.\nactivities:\n"
ROW = re.compile(r"^\| `(.+)` \| `(my\.yaml:(\d+): .+)` \|$", re.MULTILINE)


def read(text: str) -> Workshop | Series:
    return read_either(text, "my.yaml", WHOLE.get)


def test_every_whole_file_on_the_page_is_right() -> None:
    found = {name: read(text) for name, text in WHOLE.items()}
    assert list(found) == ["staff-meeting", "our-year", "half-a-year-later"]
    assert [isinstance(one, Series) for one in found.values()] == [False, True, False]


def test_all_other_examples_together_are_a_workshop_with_every_kind_and_both_ways_to_vote() -> None:
    parts = [block for block in BLOCKS if block not in WHOLE.values()]
    found = read_workshop(FRAME + "\n".join(parts), "my.yaml")
    assert {activity.kind for activity in found.activities} == set(kinds())
    assert {activity.kind: bool(activity.gathers) for activity in found.activities}["dot_vote"]


def test_every_part_of_a_file_has_its_table_and_every_key_is_in_one() -> None:
    assert Counter(found[2] for found in TABLE.finditer(TEXT)) == Counter([*WHOLES, *kinds()])
    explained = set(re.findall(r"^\| `(\w+)` \| ", TEXT, re.MULTILINE))
    assert KEYS - explained == set()


def test_the_tables_say_what_editors_say() -> None:
    assert made()[PAGE] == TEXT, "make them anew: python -m tests.schemas"


def test_every_key_that_a_facilitator_writes_stands_in_an_example() -> None:
    shown = set(re.findall(r"(\w+):", "".join(BLOCKS)))
    written_elsewhere = {"gathered", "participant", "field"}  # by a session, never by a person
    told_in_words = {"say", "rings", "board", "follows"}
    assert KEYS - shown - written_elsewhere - told_in_words == set()


@pytest.mark.parametrize(("typed", "told", "line"), ROW.findall(TEXT))
def test_a_common_mistake_is_told_as_the_page_says(typed: str, told: str, line: str) -> None:
    lines = FIRST.splitlines()
    before = lines[int(line) - 1]
    lines[int(line) - 1] = before[: len(before) - len(before.lstrip())] + typed
    with pytest.raises(WorkshopMistakes) as refused:
        read("\n".join(lines))
    assert told in refused.value.mistakes


def test_the_page_tells_of_enough_mistakes() -> None:
    assert len(ROW.findall(TEXT)) >= 10
