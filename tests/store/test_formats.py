"""Files of earlier versions of the format are brought up to date, step by step."""

from pathlib import Path

import orjson
import pytest

from store import open_store
from store.documents import CONTRIBUTION, Tables
from store.protocol import Store
from store.refusals import TooNew
from tests.store.rooms import LISA, gives, step_of


def test_every_file_says_which_version_it_is_in(store: Store, session_file: Path, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    for path in (session_file, lisas_file):
        about = orjson.loads(path.read_bytes())["format"]["1"]
        assert about["version"] == 2
        assert len(about["checksum"]) == 32


def test_an_older_file_takes_every_step_from_its_version_on(
    home: Path, store: Store, lisas_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    taken = []

    def step_to_3(tables: Tables) -> Tables:
        taken.append(3)
        person = tables.pop("person")["1"]
        return {**tables, "people": {"1": {"id": person["id"], "called": person["name"]}}}

    def step_to_4(tables: Tables) -> Tables:
        taken.append(4)
        person = tables.pop("people")["1"]
        return {**tables, "person": {"1": {"id": person["id"], "name": person["called"] + "!"}}}

    monkeypatch.setattr(CONTRIBUTION, "steps", [*CONTRIBUTION.steps, step_to_3, step_to_4])
    newer = open_store(home)
    found = newer.contribution("MKRT", "lisa")
    assert found is not None
    assert found.participant.name == LISA.name + "!"
    assert taken == [3, 4]
    assert orjson.loads(lisas_file.read_bytes())["format"]["1"]["version"] == 2

    newer.change_contribution("MKRT", LISA, gives(2))
    assert orjson.loads(lisas_file.read_bytes())["format"]["1"]["version"] == 4
    taken.clear()
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 2
    assert taken == []

    monkeypatch.setattr(CONTRIBUTION, "steps", [])
    with pytest.raises(TooNew, match="format 4; this one knows up to 1"):
        open_store(home).contribution("MKRT", "lisa")
