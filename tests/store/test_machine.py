"""Two terminals, a damaged drive and a facilitator with a broom, in any order, beside a plain model of it all."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from activities.session.contribution import Participant
from store import open_store
from store.refusals import Forgotten
from tests.store.rooms import a_session, gives, step_of

PEOPLE = st.sampled_from(["amy", "bob", "cy"])
WHICH = st.sampled_from([0, 1])
NONE = -1


class TwoTerminals(RuleBasedStateMachine):
    """`kept` and `before` are the steps in each participant's file and in its previous copy."""

    @initialize()
    def begin(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.stores = (open_store(self.home), open_store(self.home))
        self.stores[0].create(a_session())
        self.kept: dict[str, int] = {}
        self.before: dict[str, int] = {}
        self.forgotten: set[str] = set()
        self.place = "Main hall"
        self.step = 0

    def teardown(self) -> None:
        if hasattr(self, "home"):
            shutil.rmtree(self.home)

    def file(self, name: str) -> Path:
        return self.home / "sessions" / "MKRT" / "contributions" / f"{name}.json"

    @rule(which=WHICH, name=PEOPLE)
    def somebody_gives(self, which: int, name: str) -> None:
        self.step += 1
        step = self.step
        person = Participant(id=name, name=name)
        if name in self.forgotten:
            with pytest.raises(Forgotten):
                self.stores[which].change_contribution("MKRT", person, gives(step))
            return
        self.stores[which].change_contribution("MKRT", person, gives(step))
        if name in self.kept:
            self.before[name] = self.kept[name]
        self.kept[name] = step

    @rule(which=WHICH)
    def a_terminal_looks_again(self, which: int) -> None:
        found = {one.participant.id: step_of(one) for one in self.stores[which].contributions("MKRT")}
        assert found == self.kept
        assert self.stores[which].session("MKRT").place == self.place

    @rule(which=WHICH, name=PEOPLE)
    def a_terminal_looks_at_one(self, which: int, name: str) -> None:
        assert step_of(self.stores[which].contribution("MKRT", name)) == self.kept.get(name, NONE)

    @rule(which=WHICH, place=st.text("abŵ", max_size=3))
    def the_place_changes(self, which: int, place: str) -> None:
        self.stores[which].change_session("MKRT", lambda session: session.model_copy(update={"place": place}))
        self.place = place

    @rule(name=PEOPLE, share=st.floats(0, 0.99))
    def a_file_is_cut_short(self, name: str, share: float) -> None:
        path = self.file(name)
        if path.exists():
            whole = path.read_bytes()
            path.write_bytes(whole[: int(len(whole) * share)])
            self._falls_back(name)
            self.stores[0].contributions("MKRT")

    @rule(name=PEOPLE)
    def a_file_is_lost(self, name: str) -> None:
        if self.file(name).exists():
            self.file(name).unlink()
            self._falls_back(name)

    @rule(name=PEOPLE)
    def a_writer_is_killed(self, name: str) -> None:
        self.file(name).with_name(f".{name}.json.1-1.tmp").write_bytes(b"{")

    @rule(which=WHICH, name=PEOPLE)
    def somebody_is_forgotten(self, which: int, name: str) -> None:
        were_known = self.stores[which].forget("MKRT", name)
        assert were_known or name not in self.kept
        self.kept.pop(name, None)
        self.before.pop(name, None)
        self.forgotten.add(name)

    @rule(which=WHICH)
    def a_terminal_is_started_again(self, which: int) -> None:
        stores = list(self.stores)
        stores[which] = open_store(self.home)
        self.stores = (stores[0], stores[1])

    def _falls_back(self, name: str) -> None:
        if name in self.before:
            self.kept[name] = self.before[name]
        else:
            self.kept.pop(name, None)


TestTwoTerminals = TwoTerminals.TestCase
TestTwoTerminals.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
