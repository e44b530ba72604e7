"""Cards to cut out, for a table that sorts on paper."""

from activities.kinds.card_sort import CardSort
from activities.session.session import Session
from exports.document import Cards
from exports.documents.cards import card_sheet
from tests.exports.blocks import found
from tests.exports.room_of_teachers import session


def without_sorts(of: Session) -> Session:
    agenda = tuple(one for one in of.workshop.activities if not isinstance(one, CardSort))
    return of.model_copy(update={"workshop": of.workshop.model_copy(update={"activities": agenda})})


def test_every_card_of_the_workshop_is_there_to_cut_out() -> None:
    made = card_sheet(session())
    assert made is not None
    sort = session().workshop.activity("sort")
    assert isinstance(sort, CardSort)
    assert [card.label for card in found(made, Cards)[0].cards] == [card.label for card in sort.cards]


def test_a_workshop_without_cards_has_no_such_sheet() -> None:
    assert card_sheet(without_sorts(session())) is None
