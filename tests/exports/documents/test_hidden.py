"""What the facilitator hid is not on the room sheet and stays on its writer's handout; what is struck out is nowhere."""

from activities.kinds.prompts import PromptsResponse
from activities.session.agenda import add, pause, skip
from activities.session.contribution import Contribution, Participant
from activities.session.hiding import hide
from activities.session.notes import NoteKind
from activities.session.session import Hidden
from exports.documents.handout import handout
from exports.documents.room_sheet import room_sheet
from tests.exports.blocks import said
from tests.exports.documents.test_noted import noted
from tests.exports.room_of_teachers import NOW, contribution, session

RUDE = "Mr Grey is lazy"
FIELD = session().workshop.activity("reflect").prompts[0].id  # type: ignore[attr-defined]


def wrote() -> list[Contribution]:
    return [
        contribution(session(), number)
        .model_copy(update={"participant": Participant(id=f"p-{number}", name=f"Table {number}")})
        .record(
            "reflect",
            PromptsResponse(answers={FIELD: RUDE if number == 1 else f"Fewer forms {number}"}),
            at=NOW,
            handed_in=True,
        )
        for number in range(1, 7)
    ]


def test_a_hidden_answer_is_on_its_writers_handout_alone() -> None:
    everyone = wrote()
    of = hide(session(), Hidden(participant="p-1", activity="reflect", field=FIELD))
    assert RUDE in said(room_sheet(session(), everyone, 5))
    sheet = said(room_sheet(of, everyone, 5))
    assert RUDE not in sheet
    assert "Fewer forms 2" in sheet
    assert RUDE in said(handout(of, everyone[0]))


def test_a_note_that_is_struck_out_is_on_no_paper() -> None:
    of = noted()
    decision = of.notes_of(NoteKind.DECISION)[0]
    assert decision.text in said(room_sheet(of, [], 5))
    of = of.change_note(decision, decision.model_copy(update={"struck": True}))
    assert decision.text not in said(room_sheet(of, [], 5))
    assert decision.text not in said(handout(of, wrote()[0]))


def test_pauses_and_what_was_skipped_are_on_no_paper() -> None:
    plan = session().workshop.activity("plan")
    of = skip(add(session(), pause("Tea at half past ten", 15)), "plan")
    nothing = Contribution(participant=Participant(id="p-9", name="Table 9"))
    for made in (room_sheet(of, [nothing], 5), handout(of, nothing)):
        assert "Tea at half past ten" not in said(made)
        assert plan.question not in said(made)


def test_what_somebody_wrote_stays_on_their_handout_though_it_was_skipped() -> None:
    plan = session().workshop.activity("plan")
    assert plan.question in said(handout(skip(session(), "plan"), contribution(session(), 1)))


def test_the_first_page_says_when_the_group_meets_again() -> None:
    of = session().model_copy(update={"meets_again": "9 March, library"})
    assert "9 March, library" in said(handout(of, wrote()[0]))
