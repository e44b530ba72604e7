"""Small workshops to test with, and strategies that draw what people might do with them."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from activities.kinds.brief import Brief
from activities.kinds.card_board import Board
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, Circle, Column, Reference, Ring, cards_of
from activities.kinds.checks import Check, Checks, ChecksResponse, Rewriting
from activities.kinds.checks_counts import Answer
from activities.kinds.choice import Choice, Option
from activities.kinds.composition import Composition, Format, Section
from activities.kinds.dot_vote import DotVote
from activities.kinds.feedback import Feedback
from activities.kinds.form import Form
from activities.kinds.form_response import FormResponse
from activities.kinds.grid import Grid
from activities.kinds.log import Log
from activities.kinds.pathway import Pathway, Stage, Strand
from activities.kinds.pause import Pause
from activities.kinds.prompts import Prompt, Prompts
from activities.kinds.ranking import Item, Ranking, RankingResponse
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


def choice(id: str = "choice", **about: Any) -> Choice:
    """Three options, the first of which asks something of its own, and why."""
    return Choice.model_validate(
        {
            "id": id,
            "title": "Choice",
            "minutes": 5,
            "purpose": "To choose.",
            "question": "Which first?",
            "instructions": "Choose.",
            "reason": True,
            "options": (
                Option(id="books", label="By the books", text="Six.", ask=(Prompt(id="whose", prompt="Whose?"),)),
                Option(id="talk", label="By talk"),
                Option(id="test", label="By a test"),
            ),
            **about,
        }
    )


def dot_vote(id: str = "vote", **about: Any) -> DotVote:
    """Three things, and three dots for each person, two of them on one at most."""
    items = [{"id": name, "label": name.capitalize()} for name in ("alpha", "beta", "gamma")]
    told: dict[str, Any] = {"items": items, "dots": 3, "most": 2} | about
    return DotVote.model_validate(
        {
            "id": id,
            "title": "Vote",
            "minutes": 5,
            "purpose": "To see what matters.",
            "question": "What matters most?",
            "instructions": "Put your dots.",
            **told,
        }
    )


def checks(id: str = "checks", of: str | None = None) -> Checks:
    """Two checks, one of which hopes for a no; with `of` the text of that activity is rewritten."""
    return Checks(
        id=id,
        title="Checks",
        minutes=10,
        purpose="To sharpen.",
        question="Is it ready?",
        instructions="Check it.",
        checks=(
            Check(id="clear", question="Is it clear?", help="Watch out for ‘all’."),
            Check(id="closed", question="Is it closed?", looks_for=False, think="How could it be open?"),
        ),
        rewrite=Rewriting(of=of) if of else None,
    )


def checked(
    clear: Answer | None, closed: Answer | None, now: str = "", before: str = "Old.", why: str = ""
) -> ChecksResponse:
    """What somebody gave to `checks`: an answer to each, and what they rewrote."""
    response = ChecksResponse()
    for check, answer in (("clear", clear), ("closed", closed)):
        response = response.say(check, answer) if answer else response
    if not now:
        return response.stand_on(before)
    return response.reword(now, before).give_reason(why, before)


def form(id: str = "form", **more: object) -> Form:
    """A field of every type, a table of five days, and people matched by their topics."""
    topics = ["Reading", "Writing", "Talk"]
    return Form.model_validate(
        {
            "id": id,
            "title": "Form",
            "minutes": 10,
            "purpose": "To join in.",
            "question": "What will you do?",
            "instructions": "Fill it in.",
            "match": {"by": "topics", "name": "called", "show": "named"},
            "ledger": {"of": "days", "target": "5"},
            "fields": [
                {"id": "called", "type": "line", "label": "Your name"},
                {"id": "named", "type": "yes_no", "label": "May it be seen?"},
                {"id": "topics", "type": "some_of", "label": "Topics", "options": topics, "most": 2, "required": True},
                {"id": "group", "type": "one_of", "label": "Your group", "options": ["One school", "A cluster"]},
                {"id": "why", "type": "write", "label": "Why?"},
                {"id": "start", "type": "date", "label": "From when?", "first_page": True},
                {"id": "pupils", "type": "number", "label": "How many?", "unit": "pupils"},
                {"id": "case", "type": "code", "label": "Codes of pupils"},
            ],
            **more,
        }
    )


def filled(name: str = "", *topics: str, named: bool = False, why: str = "", **typed: str) -> FormResponse:
    """What somebody filled into `form`."""
    activity, today = form(), date(2026, 11, 20)
    response = FormResponse().choose(activity.field("named"), "Yes" if named else "No")
    for topic in topics:
        response = response.choose(activity.field("topics"), topic)
    for field, text in {"called": name, "why": why, **typed}.items():
        response = response.type_in(activity.field(field), text, today)
    return response


def log(id: str = "log") -> Log:
    """Entries that are planned and predicted, and say what happened and what was decided."""
    return Log(
        id=id, title="Log", minutes=10, purpose="To keep it.", question="What did you try?", instructions="Write it."
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
    move = st.tuples(st.sampled_from(cards), st.sampled_from([*(group.id for group in definition.groups), "aside"]))
    for card, where in draw(st.lists(move, max_size=12)):
        response = response.set_aside(card) if where == "aside" else response.toggle(definition, card, where)
    return response


def card_columns(id: str = "columns", columns: int = 3) -> CardSort:
    """The same cards and as many columns, with reasons and somebody to compare with."""
    names = [*((one.id, one.label) for one in CIRCLES), *((f"more-{n}", f"More {n}") for n in range(3))]
    return CardSort(
        **(card_sort(id).model_dump(exclude={"circles", "board", "reasons", "compare", "columns", "rings"})),
        board=Board.COLUMNS,
        columns=tuple(Column(id=name, label=label) for name, label in names[:columns]),
        reasons=True,
        compare=Reference(source="A study of 12 schools", places={"alpha": ("left",), "beta": (), "gamma": "aside"}),
    )


def card_rings(id: str = "rings", rings: int = 3) -> CardSort:
    """The same cards and as many rings."""
    names = [*((one.id, one.label) for one in CIRCLES), ("more", "More")]
    return CardSort(
        **(card_sort(id).model_dump(exclude={"circles", "board", "reasons", "compare", "columns", "rings"})),
        board=Board.RINGS,
        rings=tuple(Ring(id=name, label=label) for name, label in names[:rings]),
    )


def ranking(id: str = "ranking", *, reference: bool = True) -> Ranking:
    """Five items, four of which somebody else has put in order."""
    tiers = (("beta",), ("alpha", "gamma"), ("delta",))
    return Ranking.model_validate(
        {
            "id": id,
            "title": "Ranking",
            "minutes": 10,
            "purpose": "To weigh.",
            "question": "What matters most?",
            "instructions": "Put them in order.",
            "items": tuple(
                Item(id=name, label=name.capitalize()) for name in ("alpha", "beta", "gamma", "delta", "epsilon")
            ),
            "reference": {"source": "A survey of 40 schools", "tiers": tiers} if reference else None,
        }
    )


@st.composite
def orders(draw: st.DrawFn, definition: Ranking) -> RankingResponse:
    """What someone may have in order after any row of moves."""
    items = [item.id for item in definition.items]
    response = RankingResponse()
    for step in draw(st.lists(st.sampled_from(["in_or_out", "up", "down", "level", "by"]), max_size=20)):
        item, other = draw(st.sampled_from(items)), draw(st.sampled_from(items))
        moves = {
            "in_or_out": response.in_or_out(item),
            "up": response.move(item, -1),
            "down": response.move(item, 1),
            "level": response.level(item),
            "by": response.put_by(item, other),
        }
        response = moves[step]
    return response


def grid(id: str = "map", own_rows: int = 2, source: str | None = None) -> Grid:
    """Two rows by a column to write in, one to tick, one to choose in, and one for dates."""
    return Grid.model_validate(
        {
            "id": id,
            "title": "Map",
            "minutes": 10,
            "purpose": "To see the gaps.",
            "question": "What do we have?",
            "instructions": "Fill it.",
            "rows": [{"id": "books", "label": "Workbooks"}, {"id": "voice", "label": "Interviews with pupils"}],
            "rows_from": source,
            "own_rows": own_rows,
            "columns": [
                {"id": "says", "label": "What it says"},
                {"id": "have", "label": "We have it", "type": "tick"},
                {"id": "goal", "label": "Which goal", "one_of": ["talk", "reading"]},
                {"id": "when", "label": "By when", "type": "date", "first_page": True},
            ],
        }
    )
