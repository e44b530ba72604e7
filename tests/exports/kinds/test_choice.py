"""A choice on paper: what one chose and why, room to choose by hand, and the room's choice without names."""

from activities.kinds.activity import shown, summarise
from activities.kinds.choice import Choice, ChoiceResponse
from activities.kinds.choice_counts import ChoiceSummary
from activities.session.rounds import Shift
from exports.document import Answers, Heading, OwnWords, Points, WritingLines
from exports.kinds import choice as _  # noqa: F401 - it registers its sections
from exports.kinds.sections import Results, answers_section, main_points, own_section, room_section
from exports.pictures.bars import Bars
from tests.activities.examples import choice
from tests.exports.blocks import found, said


def chose(option: str, why: str = "") -> ChoiceResponse:
    return ChoiceResponse().choose(choice(), option).write(f"{option}.reason", why)


def summary(*given: ChoiceResponse, smallest: int = 1, of: Choice | None = None) -> ChoiceSummary:
    activity = of or choice()
    made = shown(activity, summarise(activity, given), smallest)
    assert isinstance(made, ChoiceSummary)
    return made


MANY = [*(chose("books", f"Why {n}.") for n in range(6)), *(chose("talk", f"As {n}.") for n in range(2))]


def test_the_handout_has_what_was_chosen_why_and_what_was_not() -> None:
    blocks = own_section(choice(), {1: chose("books", "Because of the books.")})
    assert [block.text for block in found(blocks, Heading)] == ["By the books"]
    assert [block.text for block in found(blocks, OwnWords)] == ["Because of the books."]
    assert len(found(blocks, WritingLines)) == 1
    assert "Not chosen: By talk; By a test" in said(blocks)


def test_by_hand_one_rings_a_number_and_writes_why_once() -> None:
    blocks = own_section(choice(), {})
    assert said(blocks).startswith("Choose one. Ring the number. By the books Six.")
    assert len(found(blocks, Points)[0].items) == 3
    assert ["Why?" in said([line]) for line in found(blocks, WritingLines)] == [True, False]
    assert "If you chose ‘By the books’: Whose?" in said(blocks)


def test_a_second_choice_says_what_was_chosen_at_first() -> None:
    blocks = own_section(choice(), {1: chose("books"), 2: chose("talk")})
    assert "Before the discussion you chose: By the books." in said(blocks)
    assert "Before" not in said(own_section(choice(), {1: chose("talk"), 2: chose("talk")}))


def test_the_room_sheet_has_bars_most_chosen_first_and_reasons_at_the_end() -> None:
    results = Results({1: summary(*MANY)}, 1)
    bars = found(room_section(choice(), results), Bars)[0]
    assert (bars.names, bars.counts, bars.before) == (("By the books", "By talk", "By a test"), (6, 2, 0), ())
    assert "Why 0." not in said(room_section(choice(), results))
    assert sorted(found(answers_section(choice(), results), Answers)[0].texts) == [f"Why {n}." for n in range(6)]


def test_two_rounds_stand_in_one_picture() -> None:
    before, after = summary(*[chose("talk")] * 8), summary(*MANY)
    results = Results({1: before, 2: after}, 2, Shift(both=8, movers=6, parts={"books": 6, "talk": 6}))
    blocks = room_section(choice(), results)
    assert found(blocks, Bars)[0].before == (0, 8, 0)
    assert "6 of 8 who chose both times chose something else." in said(blocks)


def test_few_reasons_are_told_without_their_option_or_not_at_all() -> None:
    few = [chose("test", f"So {n}.") for n in range(3)]
    pooled = answers_section(choice(), Results({1: summary(*MANY, *few, smallest=5)}, 1))
    assert [block.text for block in found(pooled, Heading)] == [
        "By the books: Why?",
        "By the books: Whose?",
        "Other reasons: Why?",
    ]
    hidden = said(answers_section(choice(), Results({1: summary(*MANY, smallest=5)}, 1)))
    assert "As 0." not in hidden
    assert "Fewer than 5 gave any other reason." in hidden


def test_the_main_point_is_what_most_chose() -> None:
    assert main_points(choice(), summary(*MANY)) == ["Three in four chose ‘By the books’. Nobody chose ‘By a test’."]
    assert main_points(choice(), summary(*MANY[:2], smallest=5)) == []
