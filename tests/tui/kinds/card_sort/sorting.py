"""A card sort in tests: small definitions of it, and somebody who sorts by keys and by hand."""

from dataclasses import dataclass

from textual.geometry import Offset
from textual.pilot import Pilot

from activities.kinds.activity import summarise
from activities.kinds.card_counts import ASIDE, CardSortSummary
from activities.kinds.card_sort import CardSort, CardSortResponse
from tests.tui.kinds.writing.writing_stage import Stage
from tui.kinds import turn
from tui.kinds.card_sort.board import CardBoard
from tui.kinds.card_sort.deck import Deck
from tui.kinds.card_sort.turn import CardSortTurn

HOSTILE = ["[bold]x[/]", "😀 smile", "私の学校の証拠はここにあります", "شكرا جزيلا لكم", "w" * 60, "a\u200b\u202eb"]


def definition(circles: int = 2, cards: list[str] | None = None, own_cards: int = 2) -> CardSort:
    names = ["Accountability", "Professional development", "Learning with pupils"][:circles]
    labels = cards or ["Learner progress", "Workbooks", "Observation notes", "Staff surveys", "Policies", "Plans"]
    return CardSort.model_validate(
        {
            "id": "sort",
            "title": "Sort",
            "minutes": 10,
            "purpose": "To see.",
            "question": "What for?",
            "instructions": "Sort.",
            "circles": [{"id": f"c{i + 1}", "label": name, "short": name[:8]} for i, name in enumerate(names)],
            "cards": [{"id": f"k{i}", "label": label, "text": f"About {label}"} for i, label in enumerate(labels)],
            "own_cards": own_cards,
        }
    )


def on_board(board: str, number: int, cards: list[str] | None = None, **more: object) -> CardSort:
    """The same cards on columns or rings."""
    names = ["Strong evidence", "Some evidence", "Weak evidence", "Anecdote", "Not known yet", "To be collected"]
    groups = [{"id": f"g{i + 1}", "label": name} for i, name in enumerate(names[:number])]
    bare = definition(cards=cards).model_dump(exclude={"circles", "board", "columns", "rings"})
    return CardSort.model_validate({**bare, "board": board, board: groups, **more})


@dataclass
class Room:
    pilot: Pilot[None]

    @property
    def turn(self) -> CardSortTurn:
        return self.pilot.app.screen.query_one(CardSortTurn)

    @property
    def board(self) -> CardBoard:
        found = self.pilot.app.screen.query(CardBoard).first()
        assert isinstance(found, CardBoard)
        return found

    def placed(self) -> dict[str, object]:
        return dict(self.turn.response.placements)

    def row(self, index: int) -> Offset:
        return self.pilot.app.screen.query_one(Deck).region.offset + Offset(5, index)

    def chip(self, card: str) -> Offset:
        size, corner = self.board.size, self.board.region.offset
        points = [Offset(x, y) for y in range(size.height) for x in range(size.width)]
        return next(point for point in points if self.board.card_at(point) == card) + corner

    def spot(self, place: object) -> Offset:
        size, corner = self.board.size, self.board.region.offset
        points = [Offset(x, y) for y in range(size.height) for x in range(y % 2, size.width, 2)]
        found = [point for point in points if self.board.place_at(point) == place and not self.board.card_at(point)]
        return found[len(found) // 2] + corner

    async def drag(self, start: Offset, *through: Offset) -> None:
        await self.pilot.mouse_down(offset=start)
        for point in through:
            await self.pilot.hover(offset=point)
        await self.pilot.mouse_up(offset=through[-1])


def stage(activity: CardSort | None = None, response: CardSortResponse | None = None) -> Stage:
    return Stage(lambda: turn(activity or definition(), response or CardSortResponse(), {}))


def summary(activity: CardSort, *responses: CardSortResponse) -> CardSortSummary:
    found = summarise(activity, responses)
    assert isinstance(found, CardSortSummary)
    return found


def five(activity: CardSort) -> CardSortSummary:
    """Five sorts: k0 as one; k1 split two, two and one; k2 four to one."""
    sorts = [CardSortResponse().put("k0", ("c1",)) for _ in range(5)]
    for i, place in enumerate([("c1",), ("c1",), ("c2",), ("c2",), ASIDE]):
        sorts[i] = sorts[i].put("k1", place)  # type: ignore[arg-type]
    for i in range(5):
        sorts[i] = sorts[i].put("k2", ("c1", "c2") if i else ())
    sorts[0] = sorts[0].write_card(activity, "[b]Song[/b]").put("own-1", ("c2",))
    return summary(activity, *sorts)
