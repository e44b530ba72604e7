"""A store in a fresh folder, with one session in it."""

from pathlib import Path

import pytest

from store import open_store
from store.protocol import Store
from tests.store.rooms import a_session


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Store:
    opened = open_store(home)
    opened.create(a_session("MKRT"))
    return opened


@pytest.fixture
def session_file(home: Path) -> Path:
    return home / "sessions" / "MKRT" / "session.json"


@pytest.fixture
def lisas_file(home: Path) -> Path:
    return home / "sessions" / "MKRT" / "contributions" / "lisa.json"
