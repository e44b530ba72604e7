"""Whatever names an activity that is not there is told, and also where the file has other mistakes."""

import pytest

from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.every_kind.the_room import FILE

TEXT = FILE.read_text(encoding="utf-8")
WRONG = TEXT.replace("minutes: 8\n", "minutes: eight\n", 1)
NAMED = {
    "from: [venn]": "‘from’ names ‘nowhere’",
    "gather: concerns": "‘gather’ names ‘nowhere’",
    "rows_from: venn": "‘rows_from’ names ‘nowhere’",
    "on: plan": "‘on’ names ‘nowhere’",
    "of: question": "‘of’ names ‘nowhere’",
    "then: order": "‘then’ names ‘nowhere’",
}


def mistakes(text: str) -> list[str]:
    with pytest.raises(WorkshopMistakes) as raised:
        read_workshop(text, "mine.yaml")
    return list(raised.value.mistakes)


@pytest.mark.parametrize("key", NAMED)
def test_what_names_nothing_is_told_with_all_else_that_is_wrong(key: str) -> None:
    name = key.split(": ")[1].strip("[]")
    for text in (TEXT, WRONG):
        assert key in text
        told = mistakes(text.replace(key, key.replace(name, "nowhere"), 1))
        assert sum(NAMED[key] in one for one in told) == 1
        assert len(told) == 1 + (text is WRONG)


def test_nothing_is_told_of_what_names_an_activity_that_is_there() -> None:
    assert len(mistakes(WRONG)) == 1


def test_comments_on_what_only_its_writer_sees_are_a_mistake() -> None:
    told = mistakes(TEXT.replace("on: plan", "on: diary"))
    assert len(told) == 1
    assert told[0].endswith(
        "‘diary’ is seen by its writer alone, so nobody can read it: write ‘audience: offered’ there"
    )
    line = TEXT.splitlines().index("    on: plan") + 1
    assert told[0].startswith(f"mine.yaml:{line}: ")
