"""What the facilitator hid is not on the room sheet and stays on its writer's handout; what is struck out is nowhere."""

from pathlib import Path

import exports
from activities.kinds.prompts import PromptsResponse
from activities.session.agenda import add, pause, skip
from activities.session.contribution import Contribution, Participant
from activities.session.hiding import hide
from activities.session.notes import NoteKind
from activities.session.session import Hidden
from tests.exports.documents.test_noted import noted
from tests.exports.pages import all_text
from tests.exports.room_of_teachers import NOW, contribution, session

RUDE = "Mr Grey is lazy"


def wrote() -> list[Contribution]:
    field = session().workshop.activity("reflect").prompts[0].id  # type: ignore[attr-defined]
    return [
        contribution(session(), number)
        .model_copy(update={"participant": Participant(id=f"p-{number}", name=f"Table {number}")})
        .record(
            "reflect",
            PromptsResponse(answers={field: RUDE if number == 1 else f"Fewer forms {number}"}),
            at=NOW,
            handed_in=True,
        )
        for number in range(1, 7)
    ]


def test_a_hidden_answer_is_on_its_writers_handout_alone(tmp_path: Path) -> None:
    field = session().workshop.activity("reflect").prompts[0].id  # type: ignore[attr-defined]
    of, everyone = hide(session(), Hidden(participant="p-1", activity="reflect", field=field)), wrote()
    assert RUDE in all_text(exports.room_sheet(session(), everyone, tmp_path / "before"))
    sheet = all_text(exports.room_sheet(of, everyone, tmp_path))
    assert RUDE not in sheet
    assert "Fewer forms 2" in sheet
    assert RUDE in all_text(exports.handouts(of, everyone[:1], tmp_path)[0])


def test_a_note_that_is_struck_out_is_on_no_paper(tmp_path: Path) -> None:
    of = noted()
    decision = of.notes_of(NoteKind.DECISION)[0]
    of = of.change_note(decision, decision.model_copy(update={"struck": True}))
    assert decision.text not in all_text(exports.room_sheet(of, [], tmp_path))
    assert decision.text not in all_text(exports.handouts(of, wrote()[:1], tmp_path)[0])


def test_pauses_and_what_was_skipped_are_not_on_the_room_sheet(tmp_path: Path) -> None:
    of = session()
    skipped = of.workshop.activity("plan")
    of = skip(add(of, pause("Tea at half past ten", 15)), "plan")
    text = all_text(exports.room_sheet(of, wrote(), tmp_path))
    assert "Tea at half past ten" not in text
    assert skipped.question not in text
    assert "Tea at half past ten" not in all_text(exports.handouts(of, wrote()[:1], tmp_path)[0])
