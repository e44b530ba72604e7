from pathlib import Path

import pytest

import exports
from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution, Participant
from tests.exports.pages import all_text, outside_margins, overlapping
from tests.exports.room_of_teachers import NOW, session


def handout(folder: Path, answer: str, name: str = "Ann") -> Path:
    given = Contribution(participant=Participant(id="p-1", name=name))
    given = given.record("reflect", PromptsResponse(answers={"now": answer}), at=NOW, handed_in=True)
    return exports.handouts(session(), [given], folder)[0]


@pytest.mark.parametrize(
    "typed", ["[bold]x[/]", '<img src="/etc/hosts">', "&amp; <br/> <para>", "Ŵyn a’r tŷ", "½ × 3 → ☐"]
)
def test_an_answer_is_printed_as_typed(typed: str, tmp_path: Path) -> None:
    text = all_text(handout(tmp_path, typed))
    assert typed in text
    assert "could not be printed" not in text


def test_a_link_that_someone_typed_is_not_live(tmp_path: Path) -> None:
    path = handout(tmp_path, "<a href='https://example.org'>here</a>", name="<link href='x'/>")
    assert b"/URI" not in path.read_bytes()
    assert b"/Annots" not in path.read_bytes()


def test_answers_in_urdu_and_hebrew_and_arabic_are_printed(tmp_path: Path) -> None:
    assert "could not be printed" not in all_text(handout(tmp_path, "سلام يا معلم\nשלום\nٹیچر ہے۔"))


def test_a_name_that_cannot_be_printed_says_so(tmp_path: Path) -> None:
    assert "could not be printed." in all_text(handout(tmp_path, "fine", name="王芳"))


def test_five_thousand_characters_are_all_there_within_the_margins(tmp_path: Path) -> None:
    path = handout(tmp_path, " ".join(f"word{number}" for number in range(560)) + " " + "x" * 2000)
    text = all_text(path)
    assert all(f"word{number}" in text for number in range(560))
    assert not outside_margins(path)
    assert not overlapping(path)
