"""Files that are whole and yet cannot be: they point at what is not there, or answer another question."""

import os
from pathlib import Path
from typing import Any

import orjson
import pytest

from activities.kinds.prompts import PromptsResponse
from store import open_store
from store.protocol import Store
from store.refusals import NotRead
from tests.store.rooms import LISA, NOON, OMAR, gives, step_of


def changed(document: Any, where: str, to: object) -> Any:
    """The document with every value under this key put in another's place."""
    if isinstance(document, dict):
        return {key: to if key == where else changed(value, where, to) for key, value in document.items()}
    return document


@pytest.mark.parametrize(
    ("where", "to"),
    [
        ("current", "nope"),
        ("frozen", {"activity": "nope", "phase": "open", "round": 1}),
        ("started", "2026-11-22T12:00:00"),
        ("length", "P999999999D"),
        ("spent", "-P999999999D"),
        ("pin", {"salt": "zz", "hashed": "00"}),
        ("pin", {"salt": "000", "hashed": "00"}),
    ],
)
def test_a_session_that_is_out_of_joint_is_the_one_saved_before(
    home: Path, store: Store, session_file: Path, where: str, to: object
) -> None:
    before = store.session("MKRT")
    store.change_session("MKRT", lambda session: session.open(NOON))
    document = orjson.loads(session_file.read_bytes())
    odd = changed(document, where, to)
    assert odd != document
    session_file.write_bytes(orjson.dumps(odd))
    other = open_store(home)
    assert other.session("MKRT") == before
    assert "set aside" in other.troubles("MKRT")[0]


def test_an_answer_to_another_question_is_left_out_and_told(home: Path, store: Store) -> None:
    store.change_contribution("MKRT", OMAR, gives(2))
    odd = PromptsResponse().write("q", "text")
    store.change_contribution("MKRT", LISA, lambda now: gives(1, handed_in=True)(now).record("sort", odd, at=NOON))
    other = open_store(home)
    mine = other.contribution("MKRT", "lisa")
    assert mine is not None
    assert all(version.response.kind == "card_sort" for version in mine.versions)
    assert sorted(step_of(one) for one in other.contributions("MKRT")) == [1, 2]
    (told,) = other.troubles("MKRT")
    assert "lisa.json has answers that belong to no activity of this session" in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_in_place_of_a_session_holds_nobody_up(home: Path, store: Store, session_file: Path) -> None:
    session_file.unlink()
    os.mkfifo(session_file)
    with pytest.raises(NotRead):
        open_store(home).session("MKRT")
    (listed,) = open_store(home).sessions()
    assert listed.trouble
