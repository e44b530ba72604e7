"""Programmes are kept under the promises of sessions: whole or not there, the copy before in place of a damaged file."""

from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.programme.programme import Held, Programme, Stage
from activities.programme.series import Planned, Series
from activities.refusal import Refused
from activities.session.contribution import Participant
from store import open_store
from store.protocol import Store
from store.refusals import NoProgramme, NotRead, ProgrammeTaken

SERIES = Series(
    id="handbook",
    title="Leading with evidence",
    summary="A year.",
    sessions=tuple(
        Planned(workshop=name, when="September", minutes=60, purpose="To begin.") for name in ("one", "two", "three")
    ),
)
ANN = Participant(id="p-ann", name="Ann Sweet")
HILLS = Programme(id="hills", title="Hills cluster", series=SERIES, roster=(ANN,), days={1: date(2026, 12, 1)})


@pytest.fixture
def kept(store: Store) -> Programme:
    store.create_programme(HILLS)
    return store.programme("hills")


@pytest.fixture
def file(home: Path) -> Path:
    return home / "programmes" / "hills.json"


def test_what_is_kept_is_found_by_another_program(home: Path, kept: Programme) -> None:
    assert kept == HILLS
    other = open_store(home)
    assert other.programme("hills") == HILLS
    assert [(one.id, one.title, one.held) for one in other.programmes()] == [("hills", "Hills cluster", 0)]
    assert (home / "programmes").stat().st_mode & 0o777 == 0o700
    assert (home / "programmes" / "hills.json").stat().st_mode & 0o777 == 0o600


def test_two_of_one_name_and_one_that_is_not_there_are_refused(store: Store, kept: Programme) -> None:
    with pytest.raises(ProgrammeTaken, match="hills"):
        store.create_programme(HILLS)
    for missing in ("dales", "x" * 40):
        with pytest.raises(NoProgramme, match="hills"):
            store.programme(missing)
        with pytest.raises(NoProgramme):
            store.change_programme(missing, lambda now: now)
    for wrong in ("../hills", "Hills", "", "con"):
        with pytest.raises(Refused, match="cannot be a programme"):
            store.programme(wrong)


@pytest.mark.parametrize("damage", ["cut", "bit", "empty", "gone", "list"])
def test_a_damaged_file_gives_the_copy_before_and_is_told(store: Store, home: Path, file: Path, damage: str) -> None:
    store.create_programme(HILLS)
    store.change_programme("hills", lambda now: now.on_day(2, date(2027, 3, 1)))
    content = file.read_bytes()
    match damage:
        case "cut":
            file.write_bytes(content[:-20])
        case "bit":
            file.write_bytes(content.replace(b"Ann Sweet", b"Ann Sweat"))
        case "empty":
            file.write_bytes(b"")
        case "gone":
            file.unlink()
        case _:
            file.write_bytes(b"[]")
    assert open_store(home).programme("hills") == HILLS


def test_where_no_copy_can_be_read_it_is_listed_with_its_trouble(store: Store, home: Path, file: Path) -> None:
    store.create_programme(HILLS)
    file.write_bytes(b"{")
    other = open_store(home)
    for _ in range(2):
        (listed,) = other.programmes()
        assert listed.trouble
        assert "set aside" in listed.trouble
    with pytest.raises(NotRead, match="Copy it again"):
        other.programme("hills")


def test_who_is_forgotten_stays_so_whatever_a_sleeping_program_keeps(store: Store, home: Path, kept: Programme) -> None:
    store.change_programme("hills", lambda now: now.without("p-ann"), leaving_no_copy=True)
    back = store.change_programme("hills", lambda _: kept.on_day(0, date(2026, 12, 24)))
    assert (back.roster, back.forgotten) == ((), ("p-ann",))
    assert not [path for path in home.rglob("*") if path.is_file() and b"Ann Sweet" in path.read_bytes()]


def _hold(home: Path, first: int) -> None:
    for number in range(first, first + 10):
        held = Held(part=0, code=f"AB{number}", date=date(2026, 12, 1))
        open_store(home).change_programme(
            "hills",
            lambda now, held=held: now.model_copy(update={"held": (*now.held, held)}),  # type: ignore[misc]
        )


def test_two_terminals_lose_nothing_of_each_others(home: Path, kept: Programme) -> None:
    context = get_context("spawn")
    writers = [context.Process(target=_hold, args=(home, number * 10)) for number in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {one.code for one in open_store(home).programme("hills").held} == {f"AB{n}" for n in range(20)}


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 28)), max_size=6))
def test_a_timeline_has_every_session_once_and_one_that_is_next(held: list[tuple[int, int]]) -> None:
    begun = tuple(Held(part=part, code=f"C{n}", date=date(2026, 12, day)) for n, (part, day) in enumerate(held))
    line = HILLS.model_copy(update={"held": begun}).timeline([])
    assert [one.part for one in line] == sorted(one.part for one in line)
    assert {one.part for one in line} == {0, 1, 2}
    assert {one.code for one in line if one.code} == {one.code for one in begun}
    waiting = [one for one in line if not one.code]
    assert [one.stage for one in waiting] == [Stage.NEXT, *[Stage.LATER] * (len(waiting) - 1)][: len(waiting)]
