"""A session and its people, as the store's tests and benchmarks need them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from activities.kinds.card_sort import Card, CardSort, CardSortResponse, Circle
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LISA = Participant(id="lisa", name="Lisa Ŵyn-Jones")
OMAR = Participant(id="omar", name="Omar")
CARDS = 18

SORT = CardSort(
    id="sort",
    title="What do you use?",
    minutes=25,
    purpose="See what the room uses as evidence.",
    question="What do you use, and what for?",
    instructions="Put every card where it belongs.",
    circles=tuple(Circle(id=name, label=name.capitalize()) for name in ("plan", "teach", "report")),
    cards=tuple(Card(id=f"card-{n}", label=f"Evidence {n}", text="What it is. " * 8) for n in range(CARDS)),
)
WORKSHOP = Workshop(id="evidence", title="Evidence", summary="Half a day on evidence.", activities=(SORT,))


def a_session(code: str = "MKRT", *people: Participant) -> Session:
    return begin(WORKSHOP, code=code, title="Autumn cluster", on=date(2026, 11, 22), place="Main hall", roster=people)


def sorted_cards(step: int) -> CardSortResponse:
    """Eighteen cards, all placed, in a way that differs from one step to the next."""
    circles = SORT.circles
    return CardSortResponse(
        placements={
            card.id: tuple(circle.id for place, circle in enumerate(circles) if (step + n) >> place & 1)
            for n, card in enumerate(SORT.cards)
        }
    )


def gives(step: int, *, handed_in: bool = False) -> Callable[[Contribution], Contribution]:
    """The change by which somebody gives the sort of this step."""

    def change(contribution: Contribution) -> Contribution:
        at = NOON + timedelta(seconds=step)
        return contribution.record("sort", sorted_cards(step), at=at, handed_in=handed_in)

    return change


def step_of(contribution: Contribution | None) -> int:
    """The step that was given last, -1 for none."""
    version = contribution.latest("sort") if contribution else None
    return int((version.at - NOON).total_seconds()) if version else -1
