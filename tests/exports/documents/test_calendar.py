"""The calendar on paper: the year at a glance, what to bring, and room to write; nobody's name."""

from datetime import date
from pathlib import Path

import pytest

from activities.programme.calendar import Busy, Calendar, Meeting, Wanted
from activities.programme.programme import Programme, Stage
from activities.programme.series import Planned, Series
from activities.session.contribution import Participant
from exports import calendar_sheets
from exports.document import Fields, Heading, KeepTogether, Table, WritingLines, all_blocks
from exports.documents.calendar import calendar_sheet
from exports.formats import FORMATS
from tests.exports.pages import all_text

MADE = date(2026, 11, 24)
SERIES = Series(
    id="year",
    title="A year",
    summary="Some sessions.",
    sessions=(Planned(workshop="first", when="September", minutes=60, purpose="To begin."),),
)
HILLS = Programme(
    id="hills",
    title="Hills <b>cluster",
    series=SERIES,
    facilitator="Alison",
    roster=(Participant(id="p-ann", name="Ann Zebra"),),
)


def meeting(title: str, stage: Stage, day: date | None = None, *brings: Wanted) -> Meeting:
    return Meeting(
        title=title,
        when="May",
        day=day,
        minutes=95,
        purpose=f"To do {title}.",
        stage=stage,
        again=stage is Stage.LATER,
        brings=brings,
    )


YEAR = Calendar(
    programme=HILLS,
    meetings=(
        meeting("Begin", Stage.DONE, date(2026, 9, 22)),
        meeting("Go on", Stage.NEXT, None, Wanted(session="Begin", activities=("Our goals", "Sort, and compare"))),
        meeting("End", Stage.LATER),
    ),
    busy=(Busy(month=date(2027, 2, 1), people=6),),
)


def test_the_year_is_in_one_table_with_days_where_there_are_some() -> None:
    (year,) = [one for one in calendar_sheet(YEAR, MADE).blocks if isinstance(one, Table)]
    assert year.rows == (
        ("Begin", "22 September 2026", "1 hour 35 minutes", "done"),
        ("Go on", "May", "1 hour 35 minutes", "next"),
        ("End", "May", "1 hour 35 minutes", ""),
    )


def test_every_session_that_is_still_to_come_says_what_to_bring_and_has_room_for_notes() -> None:
    kept = [one for one in calendar_sheet(YEAR, MADE).blocks if isinstance(one, KeepTogether)]
    assert [one.text for each in kept for one in each.blocks if isinstance(one, Heading)] == [
        "Go on",
        "End",
        "Dates of my own",
    ]
    assert all(any(isinstance(one, WritingLines) for one in each.blocks) for each in kept)
    (fields, *_) = [one for one in kept[0].blocks if isinstance(one, Fields)]
    assert ("Bring", "Begin: ‘Our goals’, ‘Sort, and compare’") in fields.pairs


def test_when_all_is_done_there_is_no_empty_part() -> None:
    over = YEAR.model_copy(update={"meetings": YEAR.meetings[:1]})
    headings = [one.text for one in all_blocks(calendar_sheet(over, MADE).blocks) if isinstance(one, Heading)]
    assert headings == ["The year", "Dates of my own"]


@pytest.mark.parametrize("word", sorted(FORMATS))
def test_it_is_written_in_every_format_for_its_owners_eyes_and_has_nobodys_name(tmp_path: Path, word: str) -> None:
    (path,) = calendar_sheets(YEAR, MADE, tmp_path / "out", formats=[FORMATS[word]])
    assert path.name == f"hills calendar.{word}"
    assert path.stat().st_mode & 0o777 == 0o600
    said = all_text(path) if word == "pdf" else path.read_text(encoding="utf-8")
    assert "February 2027: 6 people" in said
    assert "Zebra" not in said
    assert "<b>cluster" not in said if word == "html" else "<b>cluster" in said.replace("\\", "")
