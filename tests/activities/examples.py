"""Small workshops to test with, and strategies that draw what people might do with them."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from activities.kinds.brief import Brief
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, Circle, cards_of
from activities.kinds.composition import Composition, Format, Section
from activities.kinds.feedback import Feedback
from activities.kinds.pathway import Pathway, Stage, Strand
from activities.kinds.pause import Pause
from activities.kinds.prompts import Prompt, Prompts
from activities.kinds.sentence_stems import SentenceStems, Stem
from activities.workshop.workshop import Workshop

NOW = datetime(2026, 11, 20, 13, 42, tzinfo=UTC)

CIRCLES = (
    Circle(id="left", label="Left"),
    Circle(id="right", label="Right"),
    Circle(id="top", label="The top", short="Top"),
)
CARDS = tuple(Card(id=name, label=name.capitalize()) for name in ("alpha", "beta", "gamma", "delta"))


def card_sort(id: str = "sort", circles: int = 3, own_cards: int = 3) -> CardSort:
    """Four cards and two or three circles."""
    return CardSort(
        id=id,
        title="Sort",
        minutes=15,
        purpose="To sort.",
        question="Where?",
        instructions="Sort them.",
        circles=CIRCLES[:circles],
        cards=CARDS,
        own_cards=own_cards,
    )


def pathway(id: str = "path", stages: int = 4) -> Pathway:
    """Two strands of as many stages."""
    steps = tuple(Stage(title=f"Stage {n}", descriptor="I do.", example="Such as this.") for n in range(1, stages + 1))
    return Pathway(
        id=id,
        title="Path",
        minutes=20,
        purpose="To see.",
        question="Where are you?",
        instructions="Mark it.",
        strands=(Strand(id="first", title="First", stages=steps), Strand(id="second", title="Second", stages=steps)),
    )


def prompts(id: str = "prompts") -> Prompts:
    """Two questions."""
    return Prompts(
        id=id,
        title="Prompts",
        minutes=10,
        purpose="To think.",
        question="What now?",
        instructions="Write.",
        prompts=(Prompt(id="one", prompt="The first?"), Prompt(id="two", prompt="The second?")),
    )


def sentence_stems(id: str = "stems", source: str | None = None) -> SentenceStems:
    """Two stems, the first of which may start from an earlier activity."""
    return SentenceStems(
        id=id,
        title="Stems",
        minutes=25,
        purpose="To plan.",
        question="What will we do?",
        instructions="Finish them.",
        stems=(
            Stem(id="goal", stem="Our goal is …", short="Goal", source=source),
            Stem(id="so", stem="So that …", short="So that"),
        ),
    )


def brief(id: str = "brief") -> Brief:
    """A page to talk to."""
    return Brief(id=id, title="Brief", minutes=5, purpose="To begin.", question="Ready?", instructions="Listen.")


def pause(id: str = "pause") -> Pause:
    """A break."""
    return Pause(id=id, title="Pause", minutes=10)


def composition(id: str = "poster", source: str = "prompts") -> Composition:
    """A poster of a banner, and a section into which an earlier activity flows."""
    return Composition(
        id=id,
        title="Poster",
        minutes=25,
        purpose="To show it.",
        question="What will you show?",
        instructions="Put it together.",
        format=Format.POSTER,
        sections=(
            Section(id="title", heading="The title", banner=True, words=12),
            Section(id="plan", heading="Plan", prompt="What will you do?", sources=(source,), words=80),
        ),
    )


def feedback(id: str = "comments", on: str = "prompts") -> Feedback:
    """Comments on an earlier activity, under the usual headings."""
    return Feedback(
        id=id,
        title="Comments",
        minutes=10,
        purpose="To help one another.",
        question="What would you ask?",
        instructions="Read, then write.",
        on=on,
    )


def workshop() -> Workshop:
    """One activity of each kind; 75 minutes."""
    return Workshop(
        id="example",
        title="Example",
        summary="An example.",
        activities=(brief(), card_sort(), prompts(), pathway(), sentence_stems(source="sort")),
    )


@st.composite
def sorts(draw: st.DrawFn, definition: CardSort) -> CardSortResponse:
    """What someone may have on the board after any row of moves."""
    response = CardSortResponse()
    for label in draw(
        st.lists(st.sampled_from(["Mine", "Ours", "Theirs"]), unique=True, max_size=definition.own_cards)
    ):
        response = response.write_card(definition, label)
    cards = [card.id for card in cards_of(definition, response)]
    move = st.tuples(st.sampled_from(cards), st.sampled_from([*(circle.id for circle in definition.circles), "aside"]))
    for card, where in draw(st.lists(move, max_size=12)):
        response = response.set_aside(card) if where == "aside" else response.toggle(definition, card, where)
    return response
