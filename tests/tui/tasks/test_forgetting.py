"""A person who is forgotten stays forgotten."""

import pytest

from activities.refusal import Refused
from activities.session.contribution import Participant
from activities.session.session import Session
from store.protocol import Store
from tui.tasks.forgetting import find_person, forget_person


def test_a_person_at_a_terminal_is_not_forgotten_until_they_have_left(store: Store, session: Session) -> None:
    person = find_person(store, "MKRT", "table 3")
    assert person == Participant(id="p-3", name="Table 3")
    store.arrive("MKRT", "p-3", "t-1")
    with pytest.raises(Refused, match="Table 3 is open at a terminal"):
        forget_person(store, "MKRT", person)
    assert person in store.session("MKRT").roster
    store.leave("MKRT", "p-3", "t-1")
    forget_person(store, "MKRT", person)
    assert person not in store.session("MKRT").roster


def test_others_at_their_terminals_do_not_matter(store: Store, session: Session) -> None:
    store.arrive("MKRT", "p-4", "t-1")
    forget_person(store, "MKRT", find_person(store, "MKRT", "Table 3"))
    assert len(store.session("MKRT").roster) == 5
