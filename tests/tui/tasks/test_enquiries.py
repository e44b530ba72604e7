"""Reading enquiries: only what one person and their table gave, of everybody who belongs to the programme by now."""

from pathlib import Path
from random import Random

import pytest

from activities.kinds.prompts import PromptsResponse
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from store import open_store
from store.protocol import Store
from store.workshops import series
from tests.tui.conftest import NOW
from tests.tui.tasks.test_programmes import WANTED
from tui.tasks.enquiries import enquiry_of, everyones, members_of, missing
from tui.tasks.forgetting import forget_person
from tui.tasks.programmes import Group, begin_next, begin_programme
from tui.tasks.sample import make_sample_programme


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("enquiries") / "home"
    make_sample_programme(open_store(home), now=NOW)
    return home


@pytest.fixture
def sample(made: Path, tmp_path: Path) -> Store:
    from shutil import copytree

    return open_store(Path(copytree(made, tmp_path / "home")))


def wordings(store: Store, name: str) -> list[str]:
    members = members_of(store, "sample")
    found = enquiry_of(store, members, members.person(name))
    return [trace.text for share in found.question for trace in share.traces]


def test_a_person_has_their_own_question_or_else_their_tables(sample: Store) -> None:
    assert wordings(sample, "tunde bakare")[0] == "Do pupils in science write better when they say it first?"
    assert wordings(sample, "Ruth Tyson") == wordings(sample, "Danielle Moss")
    assert wordings(sample, "Ruth Tyson")[0] == "Does talk help pupils in maths?"


def test_everybody_has_a_page_but_a_table_with_people_at_it(sample: Store) -> None:
    found = everyones(sample, members_of(sample, "sample"))
    assert len(found) == 13
    assert all(one.question for _, one in found)


def test_no_more_is_read_than_what_one_person_and_their_table_gave(
    sample: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = members_of(sample, "sample")
    ruth = members.person("Ruth Tyson")
    read: set[str] = set()
    kept = type(sample).contribution

    def told(store: Store, code: str, who: str) -> Contribution | None:
        read.add(who)
        return kept(store, code, who)

    monkeypatch.setattr(type(sample), "contribution", told)
    monkeypatch.setattr(type(sample), "contributions", None)
    assert enquiry_of(sample, members, ruth).question
    assert read == {ruth.id, ruth.at}


def test_who_came_without_being_listed_has_a_page(sample: Store) -> None:
    guest = Participant(id="p-guest", name="Gwen [red]Rees")
    response = PromptsResponse(answers={"question": "Who waits for them?"})
    sample.change_contribution("WKFD", guest, lambda now: now.record("draft", response, at=NOW, handed_in=True))
    assert members_of(sample, "sample").programme.roster[-1] == guest
    assert wordings(sample, "Gwen [red]Rees") == ["Who waits for them?"]


def test_who_is_forgotten_has_no_page(sample: Store) -> None:
    forget_person(sample, "WKFD", members_of(sample, "sample").person("Tunde Bakare"))
    with pytest.raises(Refused, match="nobody called ‘Tunde Bakare’"):
        members_of(sample, "sample").person("Tunde Bakare")


def test_a_session_that_is_elsewhere_is_named(sample: Store) -> None:
    sample.delete("PHDW")
    assert missing(members_of(sample, "sample")) == ["PHDW"]


def test_two_of_one_name_are_told_apart_by_their_ids(store: Store) -> None:
    programme = begin_programme(store, series("handbook", store.home), Group("Hills", names=["Ann"]), Random(1))
    begin_next(store, programme, WANTED, Random(2))
    (ann,) = members_of(store, programme).programme.roster

    def twice(now: Session) -> Session:
        return now.model_copy(update={"roster": (*now.roster, Participant(id="p-other", name="Ann"))})

    (code,) = [one.code for one in store.sessions()]
    store.change_session(code, twice)
    members = members_of(store, programme)
    with pytest.raises(Refused, match=f"their id: {ann.id}, p-other"):
        members.person("ann")
    assert members.person("p-other").name == "Ann"
