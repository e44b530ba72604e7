"""A log on paper: one's own entries under a strip of time; the room's counts without what could tell who."""

from datetime import date

from activities.kinds.activity import shown, summarise
from activities.kinds.log import ADOPTED, Log
from activities.kinds.log_counts import LogSummary
from activities.kinds.log_entries import LogResponse
from exports.document import Answers, Block, Heading, Table, WritingLines, all_blocks
from exports.kinds import log as _log  # noqa: F401 - registers what a log has on paper
from exports.kinds.sections import Results, answers_section, main_points, own_section, room_section
from exports.pictures.strip import Moment, Strip
from tests.activities.examples import log
from tests.exports.blocks import said
from tests.exports.samples import document

LOG = log()
MONDAY = date(2026, 10, 5)


def mine(number: int = 0, decided: str = "adapt") -> LogResponse:
    response = LogResponse().add(MONDAY).put_date("entry-1", "9 Nov", MONDAY)
    response = response.write("entry-1", "planned", f"<b>Plan {number}", MONDAY)
    response = response.add(MONDAY).put_date("entry-2", f"{12 + number} Oct", MONDAY)
    response = response.write("entry-2", "planned", f"First {number}", MONDAY)
    return response.choose("entry-2", "decided", decided, ADOPTED, MONDAY)


def text_of(blocks: list[Block]) -> str:
    return said(document(tuple(blocks)))


def results(*given: LogResponse, activity: Log = LOG) -> Results[LogSummary]:
    told = shown(activity, summarise(activity, given), 5)
    assert isinstance(told, LogSummary)
    return Results({1: told}, 1)


def test_a_handout_has_the_entries_in_the_order_of_their_dates_under_a_strip() -> None:
    blocks = list(own_section(LOG, {1: mine()}))
    strip = next(block for block in blocks if isinstance(block, Strip))
    assert strip.moments == (Moment(date(2026, 10, 12), 1, 1), Moment(date(2026, 11, 9), 1, 0))
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["12 October 2026", "9 November 2026"]
    assert "<b>Plan 0" in text_of(blocks)


def test_an_entry_without_a_date_is_there_too_and_one_that_cannot_be_read_as_typed() -> None:
    undated = LogResponse().add(MONDAY).write("entry-1", "planned", "x", MONDAY)
    assert "Without a date" in text_of(list(own_section(LOG, {1: undated})))
    typed = undated.put_date("entry-1", "after half term", MONDAY)
    assert "after half term" in text_of(list(own_section(LOG, {1: typed})))
    assert not any(isinstance(block, Strip) for block in own_section(LOG, {1: typed}))


def test_by_hand_there_is_room_for_two_entries() -> None:
    blocks = list(all_blocks(own_section(LOG, {})))
    assert sum(isinstance(block, WritingLines) for block in blocks) == 2 * 4
    assert text_of(blocks).count("Circle one. What we decided: adopt / adapt / abandon") >= 2


def test_the_room_sheet_has_the_strip_the_decisions_and_how_far_people_have_come() -> None:
    found = results(*(mine(n) for n in range(5)))
    blocks = list(room_section(LOG, found))
    strip = next(block for block in blocks if isinstance(block, Strip))
    assert (strip.weeks, strip.moments[0]) == (True, Moment(date(2026, 10, 12), 5, 5))
    tables = [block for block in blocks if isinstance(block, Table)]
    assert tables[0].rows == (("adopt", "0"), ("adapt", "5"), ("abandon", "0"))
    assert tables[1].rows == (
        ("What we plan to do", "5"),
        ("What we think will happen", "–"),
        ("What happened", "–"),
        ("What we decided", "5"),
    )
    assert main_points(LOG, found.told) == ["Decided: adapt 5."]
    answers = next(block for block in answers_section(LOG, found) if isinstance(block, Answers))
    assert "12 October 2026\nPlanned: First 0\nDecided: adapt" in answers.texts


def test_what_is_withheld_says_why() -> None:
    few = [mine(n) if n < 2 else LogResponse().add(MONDAY).write("entry-1", "planned", "x", MONDAY) for n in range(5)]
    text = text_of(list(room_section(LOG, results(*few))))
    assert "When: Fewer than 5 gave a date." in text
    assert "What we decided: Fewer than 5 decided anything." in text
    private = Log.model_validate({**LOG.model_dump(by_alias=True), "audience": "own"})
    own = answers_section(private, results(*few, activity=private))
    assert "What they wrote is theirs alone." in text_of(list(own))


def test_a_strip_knows_its_months_and_says_in_words_what_it_shows() -> None:
    strip = Strip((Moment(date(2026, 11, 30), 2, 1), Moment(date(2027, 1, 4), 1, 0)))
    assert [name for _, name in strip.months] == ["Nov 2026", "Dec", "Jan 2027"]
    assert (strip.share(strip.first), strip.share(strip.last)) == (0, 1)
    assert strip.alternative == (
        "A strip of time from 30 November 2026 to 4 January 2027 with 3 entries, 1 of them done."
    )
    assert strip.table.rows[0] == ("30 November 2026", "2", "1")
