"""Files of earlier versions of the format are brought up to date, step by step.

`earlier/version-1` is a home as the last flipchart left it that wrote version 1.
"""

import shutil
from pathlib import Path

import orjson
import pytest

from activities.kinds.audience import Audience, By
from activities.session.session import Phase
from store import open_store
from store.documents import CONTRIBUTION, Tables
from store.protocol import Store
from store.refusals import TooNew
from tests.store.rooms import LISA, OMAR, gives, step_of

EARLIER = Path(__file__).with_name("earlier")


@pytest.fixture
def first(home: Path) -> Path:
    """A home whose files are of version 1, two of them with a spare beside them."""
    shutil.copytree(EARLIER / "version-1", home)
    return home


def about(path: Path) -> dict[str, object]:
    found: dict[str, object] = orjson.loads(path.read_bytes())["format"]["1"]
    return found


def test_a_home_of_version_1_opens_as_it_was_left(first: Path) -> None:
    store = open_store(first)
    session = store.session("MKRT")
    assert (session.roster, session.renamed) == ((LISA, OMAR), {"omar": "Omar B."})
    assert (session.state().phase, len(session.steps), len(session.notes)) == (Phase.LOCKED, 4, 1)
    assert session.forgotten == ()
    lisa, omar = store.contributions("MKRT")
    assert (step_of(lisa), step_of(omar)) == (3, 5)
    assert [version.handed_in for version in lisa.versions] == [True, False]
    assert lisa.pin is not None
    assert lisa.pin.fits("4071")
    assert store.troubles("MKRT") == ()
    assert about(first / "sessions/MKRT/session.json") == {"version": 1}


def test_a_home_of_version_2_opens_as_it_was_left_and_goes_on(home: Path) -> None:
    shutil.copytree(EARLIER / "version-2", home)
    store = open_store(home)
    session = store.session("MKRT")
    assert all((one.by, one.audience) == (By.PERSON, Audience.ROOM) for one in session.workshop.activities)
    assert {one.at for one in session.roster} == {None}
    everybody = store.contributions("MKRT")
    assert [len(one.versions) for one in everybody] == [4, 2, 4]
    assert {version.response.offered for one in everybody for version in one.versions} == {()}
    assert store.troubles("MKRT") == ()
    store.change_session("MKRT", lambda now: now.show(zoom=True))
    assert about(home / "sessions/MKRT/session.json")["version"] == 3
    assert open_store(home).session("MKRT").workshop == session.workshop


def test_a_file_of_version_1_is_of_todays_once_it_is_saved_and_its_spare_is_gone(first: Path) -> None:
    folder = first / "sessions" / "MKRT"
    assert [path.name for path in folder.rglob(".*.spare")] == [".session.json.spare", ".lisa.json.spare"]
    store = open_store(first)
    store.change_contribution("MKRT", LISA, gives(6))
    assert about(folder / "contributions" / "lisa.json")["version"] == CONTRIBUTION.version
    assert "checksum" in about(folder / "contributions" / "lisa.json")
    assert about(folder / "contributions" / "lisa.previous.json") == {"version": 1}
    store.change_session("MKRT", lambda session: session.undo())
    assert about(folder / "session.json")["version"] == CONTRIBUTION.version
    assert [*folder.rglob("*.spare")] == []
    assert store.session("MKRT").state().phase is Phase.OPEN
    assert step_of(open_store(first).contribution("MKRT", "lisa")) == 6


def test_the_spare_of_somebody_who_never_comes_again_goes_with_the_sessions(first: Path) -> None:
    open_store(first).change_session("MKRT", lambda session: session.undo())
    assert [*first.rglob("*.spare")] == []


def test_every_file_says_which_version_it_is_in(store: Store, session_file: Path, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    for path in (session_file, lisas_file):
        assert about(path)["version"] == CONTRIBUTION.version
        assert len(str(about(path)["checksum"])) == 32


def test_an_older_file_takes_every_step_from_its_version_on(
    home: Path, store: Store, lisas_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    taken = []

    def step_to_4(tables: Tables) -> Tables:
        taken.append(4)
        person = tables.pop("person")["1"]
        return {**tables, "people": {"1": {"id": person["id"], "called": person["name"]}}}

    def step_to_5(tables: Tables) -> Tables:
        taken.append(5)
        person = tables.pop("people")["1"]
        return {**tables, "person": {"1": {"id": person["id"], "name": person["called"] + "!"}}}

    monkeypatch.setattr(CONTRIBUTION, "steps", [*CONTRIBUTION.steps, step_to_4, step_to_5])
    newer = open_store(home)
    found = newer.contribution("MKRT", "lisa")
    assert found is not None
    assert found.participant.name == LISA.name + "!"
    assert taken == [4, 5]
    assert about(lisas_file)["version"] == CONTRIBUTION.version - 2

    newer.change_contribution("MKRT", LISA, gives(2))
    assert about(lisas_file)["version"] == CONTRIBUTION.version
    taken.clear()
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 2
    assert taken == []

    monkeypatch.setattr(CONTRIBUTION, "steps", [])
    with pytest.raises(TooNew, match="format 5; this one knows up to 1"):
        open_store(home).contribution("MKRT", "lisa")
