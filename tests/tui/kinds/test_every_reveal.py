"""What is revealed reaches the back row: every step of every kind, at every size, in letters that can be read there."""

from collections.abc import Iterator
from decimal import Decimal
from threading import Event
from time import monotonic
from typing import Any

import pytest

from activities.kinds.activity import Activity
from activities.kinds.brief import Brief
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.kinds.checks import Checks, ChecksResponse
from activities.kinds.checks_counts import Answer
from activities.kinds.choice import Choice, ChoiceResponse
from activities.kinds.composition import WHOLE, Composition, CompositionResponse
from activities.kinds.dot_vote import DotVote, DotVoteResponse
from activities.kinds.feedback import Feedback, FeedbackResponse
from activities.kinds.form import Form
from activities.kinds.form_fields import Answer as Filled
from activities.kinds.form_response import FormResponse
from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from activities.kinds.ledger import Entry as Amount
from activities.kinds.log import Log
from activities.kinds.log_entries import Entry, LogResponse, Said
from activities.kinds.pathway import Pathway, PathwayResponse
from activities.kinds.prompts import Prompts, PromptsResponse
from activities.kinds.ranking import Ranking, RankingResponse
from activities.kinds.registry import kinds
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse
from activities.reveal import Step, Total, steps
from activities.reveal.total import add_up
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop
from store import open_store
from tests.five_activities import keep_room
from tests.tui.conftest import NOW
from tests.tui.kinds.writing.writing_stage import Stage
from tui.kinds.reveal import Reveal, Spot, beside, draw
from tui.palette import PALETTES
from tui.widgets.big_layout import ENLARGE, SMALLEST, Sheet, lay_out
from tui.widgets.big_pages import Walk, pages_of
from tui.widgets.big_sheet import BigSheet, Drawn, Ink, draw_sheet

KINDS = sorted(kinds().keys() - {"pause"})
"""What is revealed at all: a break is not."""

SCREENS = [(80, 24), (100, 30), (120, 40), (200, 60)]
LONG = "Whatever is written here is as long as a definition allows it to be, so that nothing is whole by chance alone."
HOSTILE = [
    "[bold]x[/] [@click=app.quit]go[/]",
    "👩‍🏫 smile 😀 and go on with the sentence for a while",
    "w" * 60,
    "https://www.example.org/a/very/long/address/that/nobody/can/part?and=so&on=more",
    "שלום לכולם, זו תשובה בעברית",
    "a\u200b\u202eb\tc\n\nd",
    "I" * 500,
    LONG * 12,
    "x",
]


def place(screen: tuple[int, int]) -> tuple[int, int]:
    """What a projector of these cells leaves for a step: the least that any style of the room does."""
    width, height = screen
    return (width - 2, height) if height < 30 else (width - 16, height - 5) if width >= 160 else (width - 8, height - 4)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Activity, Total]]:
    """Every activity of a room that has done five, with what its twelve teachers gave."""
    store = open_store(tmp_path_factory.mktemp("sample") / "home")
    session = store.session(keep_room(store, NOW))
    contributions = store.contributions(session.code)
    return {one.kind: (one, add_up(_at(session, one.id), contributions)) for one in session.workshop.activities}


def _at(session: Session, activity: str) -> Session:
    return session.model_copy(update={"current": activity})


def hostile() -> Iterator[tuple[Activity, Total]]:
    """A definition of every kind with the longest words there may be, and six who answer with whatever comes."""
    words: dict[str, Any] = {"minutes": 10, "purpose": "p", "question": LONG, "instructions": "i", "discuss": [LONG]}
    label = "Evidence that has been collected for quite another purpose x"
    sort = CardSort.model_validate(
        words
        | {"id": "sort", "title": label, "aside": label, "outside": "Q" * 60}
        | {"circles": [{"id": f"c{i}", "label": f"{i}{label}"[:60]} for i in range(3)]}
        | {
            "cards": [
                {"id": f"k{i}", "label": text[:60].split("\n")[0]} for i, text in enumerate([label, *HOSTILE[:5]])
            ]
        }
    )
    placed = {"source": LONG, "places": {"k0": "c0", "k1": "none", "k2": "aside"}}
    columns = CardSort.model_validate(
        sort.model_dump(exclude={"circles"})
        | {"id": "columns", "board": "columns", "reasons": True, "compare": placed}
        | {"columns": [{"id": f"c{i}", "label": f"{i}{label}"[:60]} for i in range(6)]}
    )
    stages = [{"title": f"{n} {label}"[:60].strip(), "descriptor": "d", "example": "e"} for n in range(7)]
    pathway = Pathway.model_validate(
        words
        | {"id": "path", "title": "t", "strands": [{"id": f"s{i}", "title": label, "stages": stages} for i in (1, 2)]}
    )
    prompts = Prompts.model_validate(words | {"id": "ask", "title": "t", "prompts": [{"id": "a", "prompt": LONG}]})
    stems = SentenceStems.model_validate(
        words | {"id": "plan", "title": "t", "stems": [{"id": "a", "stem": LONG, "short": label}]}
    )
    pages: list[dict[str, Any]] = [
        {"heading": LONG, "points": HOSTILE[:7], "picture": "a  →  [b]\n\n" + "W" * 60 + "\n  ↓  👩‍🏫  שלום"},
        {
            "heading": HOSTILE[0],
            "table": {"head": [label, "b"], "rows": [[text[:60].split("\n")[0], label] for text in HOSTILE[:5]]},
        },
    ]
    brief = Brief.model_validate(
        words | {"id": "brief", "title": "t", "points": [LONG, LONG * 20, *HOSTILE[:7]], "pages": pages}
    )
    poster = Composition.model_validate(
        words
        | {"id": "poster", "title": "t", "format": "poster"}
        | {"sections": [{"id": "a", "heading": label, "banner": True}, {"id": "b", "heading": label}]}
    )
    comments = Feedback.model_validate(
        words
        | {"id": "comments", "title": "t", "on": "poster"}
        | {"headings": [{"id": f"h{n}", "heading": text} for n, text in enumerate([LONG, label, *"abcd"])]}
    )
    checks = Checks.model_validate(
        words
        | {"id": "check", "title": "t", "rewrite": {"of": "ask", "prompt": LONG, "reason": LONG}}
        | {
            "checks": [
                {"id": f"c{n}", "question": text[:120], "help": LONG} for n, text in enumerate((LONG, *HOSTILE[:5]))
            ]
        }
    )
    options = [f"{n} {label}"[:60].strip() for n in range(24)]
    form = Form.model_validate(
        words
        | {"id": "form", "title": "t", "match": {"by": "topics", "name": "called", "show": "named"}}
        | {"ledger": {"of": label, "target": "5", "label": LONG}}
        | {
            "fields": [
                {"id": "called", "type": "line", "label": LONG},
                {"id": "named", "type": "yes_no", "label": LONG},
                {"id": "topics", "type": "some_of", "label": LONG, "options": options},
                {"id": "why", "type": "write", "label": LONG},
                {"id": "many", "type": "number", "label": LONG, "unit": label},
            ]
        }
    )
    choice = Choice.model_validate(
        words
        | {"id": "choose", "title": label, "reason": True, "ask_reason": LONG}
        | {"options": [{"id": f"o{i}", "label": f"{i}{text}"[:60].split("\n")[0]} for i, text in enumerate(HOSTILE)]}
    )
    vote = DotVote.model_validate(
        words
        | {"id": "vote", "title": label, "dots": 20}
        | {
            "items": [
                {"id": f"i{n}", "label": text[:120].split("\n")[0], "text": text} for n, text in enumerate(HOSTILE)
            ]
        }
    )
    grid = Grid.model_validate(
        words
        | {"id": "map", "title": "t", "own_rows": 1, "rows": [{"id": f"r{i}", "label": f"{i}{LONG}"} for i in (1, 2)]}
        | {
            "columns": [
                {"id": "a", "label": LONG},
                {"id": "b", "label": "W" * 120, "one_of": [label, "Q" * 60, *(f"{label[:50]}{n}" for n in range(6))]},
                *({"id": f"c{n}", "label": f"{n}{LONG}"[:110], "type": "tick"} for n in range(4)),
            ]
        }
    )
    moves = [{"id": f"m{n}", "label": f"{n}{LONG}"[:120], "ahead": n < 2} for n in range(6)]
    options = ["W" * 60, label, "x"]
    log = Log.model_validate(
        words
        | {"id": "log", "title": "t", "moves": [*moves, {"id": "d", "label": LONG, "short": label, "one_of": options}]}
    )
    regions = [*sort.regions, ()]
    put = [
        CardSortResponse(
            placements={card.id: regions[(who * 3 + n) % len(regions)] for n, card in enumerate(sort.cards)}
        )
        for who in range(9)
    ]
    ranking = Ranking.model_validate(
        words
        | {"id": "order", "title": "t", "reference": {"source": LONG, "tiers": [["i0"], ["i2", "i1"]]}}
        | {"items": [{"id": f"i{n}", "label": text[:60].split("\n")[0]} for n, text in enumerate(HOSTILE)]}
    )
    answers: list[tuple[Activity, list[Any]]] = [
        (log, [_logged(log, n, text) for n, text in enumerate(HOSTILE)]),
        (ranking, [_ordered(ranking, n) for n in range(9)]),
        (sort, [one.write_card(sort, f"{HOSTILE[2][:50]}{n}") for n, one in enumerate(put)]),
        (columns, [one.give_reason("k0", HOSTILE[n]) for n, one in enumerate(_in_columns(columns))]),
        (pathway, [PathwayResponse().stand_at(s, n + 1) for s in pathway.strands[:1] for n in range(7)]),
        (prompts, [PromptsResponse(answers={"a": text}) for text in HOSTILE]),
        (stems, [SentenceStemsResponse(answers={"a": text}) for text in HOSTILE]),
        (
            checks,
            [
                ChecksResponse(answers={f"c{n}": list(Answer)[(n + who) % 3] for n in range(6)})
                .reword(text, HOSTILE[who - 1])
                .give_reason(HOSTILE[who - 2], "")
                for who, text in enumerate(HOSTILE)
            ],
        ),
        (
            form,
            [
                FormResponse(
                    answers={
                        "called": Filled(typed=text[:200]),
                        "named": Filled(chosen=("Yes",)),
                        "topics": Filled(chosen=tuple(options[who:])),
                        "why": Filled(typed=text),
                        "many": Filled(typed="9", number=Decimal(999_999_999)),
                    },
                    entries=(Amount(amount=Decimal(who)),),
                )
                for who, text in enumerate(HOSTILE)
            ],
        ),
        (brief, []),
        (poster, [CompositionResponse(own={"a": text, "b": text}).offer(WHOLE) for text in HOSTILE]),
        (comments, [FeedbackResponse().write("p-9", f"h{n % 6}", text) for n, text in enumerate(HOSTILE)]),
        (vote, [DotVoteResponse(dots={item.id: n + 1}) for n, item in enumerate(vote.items)]),
        (choice, [_chose(choice, option.id, text) for option in choice.options[:2] for text in HOSTILE]),
        (grid, [_mapped(grid, n, text) for n, text in enumerate(HOSTILE)]),
    ]
    for activity, given in answers:
        agenda = Workshop(id="w", title="W", summary="s", activities=(activity,))
        session = begin(agenda, code="MKRT", title="T", on=NOW.date())
        yield activity, add_up(session, [_contribution(activity, n, one) for n, one in enumerate(given)])


def _in_columns(activity: CardSort) -> list[CardSortResponse]:
    """Nine people who put every card in some column."""
    return [
        CardSortResponse(placements={card.id: activity.places[(who + n) % 8] for n, card in enumerate(activity.cards)})
        for who in range(9)
    ]


def _chose(activity: Choice, option: str, why: str) -> ChoiceResponse:
    return ChoiceResponse().choose(activity, option).write(f"{option}.reason", why)


def _ordered(activity: Ranking, who: int) -> RankingResponse:
    """Everybody begins elsewhere and leaves out the last."""
    items = [item.id for item in activity.items]
    turned = [*items[who % len(items) :], *items[: who % len(items)]][:-1]
    return RankingResponse(tiers=tuple((item,) for item in turned))


def _mapped(grid: Grid, number: int, text: str) -> GridResponse:
    options = grid.columns[1].one_of
    response = GridResponse().write("r1", "a", text).choose("r1", "b", options[number % len(options)], options)
    response = response.tick("r1", "c0").tick("r2", "c1").write_row(f"{HOSTILE[2]}{number}", 1)
    return response.write("own-1", "a", text)


def _logged(log: Log, number: int, text: str) -> LogResponse:
    options, day = log.moves[-1].one_of, NOW.date().replace(month=1 + number)
    said = {"m0": text, "m3": text, "d": options[number % len(options)]}
    moves = {move: Said(text=words, on=day) for move, words in said.items()}
    return LogResponse(entries=(Entry(id="entry-1", begun=day, typed=text[:100], day=day, moves=moves),))


def _contribution(activity: Activity, number: int, response: Any) -> Contribution:
    nobody = Contribution(participant=Participant(id=f"p-{number}", name="N"))
    return nobody.record(activity.id, response, at=NOW, handed_in=True)


def unread(sheet: Sheet) -> list[str]:
    """What of a sheet the back row cannot read, or lies outside of it, or in no letters at all."""
    small = [one.text for one in sheet.pieces if one.text and not one.edge and (one.pixels or 0) < SMALLEST]
    outside = [
        one.text or "a bar"
        for one in sheet.pieces
        if one.x < 0 or one.y < 0 or one.x + one.width > sheet.width or one.y + one.height > sheet.rows
    ]
    return [*small, *outside]


def check(found: tuple[Step, ...], screen: tuple[int, int], larger: bool) -> int:
    width, rows = place(screen)
    pages = [page for step in found for page in pages_of(step, width, rows, larger)]
    for page in pages:
        sheet = lay_out(page, width, rows, larger)
        if any(ENLARGE in piece.text for piece in sheet.pieces):
            continue  # there are no large letters for it, and the screen says what to do
        assert sheet.whole, page
        assert unread(sheet) == [], page
    return len(pages)


SAMPLED = ("brief", "card_sort", "pathway", "prompts", "sentence_stems")
"""The kinds that the sample has."""


@pytest.mark.parametrize("larger", [False, True], ids=["", "larger"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("kind", SAMPLED)
def test_all_of_the_sample_reaches_the_back_row(
    sample: dict[str, tuple[Activity, Total]], kind: str, screen: tuple[int, int], larger: bool
) -> None:
    found = steps(*sample[kind])
    if kind == "sentence_stems":
        found = found[:30]
    assert check(found, screen, larger) >= len(found)


def test_every_kind_is_tried_with_long_and_hostile_words() -> None:
    assert sorted({activity.kind for activity, _ in hostile()}) == KINDS


@pytest.mark.parametrize("screen", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_long_and_hostile_words_do_too(screen: tuple[int, int]) -> None:
    for activity, total in hostile():
        assert check(steps(activity, total), screen, larger=False)


@pytest.mark.parametrize("theme", sorted(PALETTES))
def test_what_is_drawn_is_what_was_laid_out(sample: dict[str, tuple[Activity, Total]], theme: str) -> None:
    ink = Ink.of(PALETTES[theme])
    for kind in SAMPLED:
        walk = Walk(steps(*sample[kind]), *place((120, 40)))
        drawn = draw(Spot(walk, walk.on(None), ink))
        assert len(drawn.rows) == walk.rows
        assert {row.cell_length for row in drawn.rows} == {walk.width}
        lit = {y for y, row in enumerate(drawn.rows) if any(_is_lit(segment, ink) for segment in row)}
        for piece in drawn.sheet.pieces:
            assert lit & set(range(piece.y, piece.y + piece.height)), piece


def _is_lit(segment: Any, ink: Ink) -> bool:
    colours = [segment.style.color, segment.style.bgcolor] if segment.style else []
    return any(colour is not None and tuple(colour.triplet) != ink.ground for colour in colours)


@pytest.mark.parametrize("theme", sorted(PALETTES))
def test_words_on_a_bar_keep_their_contrast(theme: str) -> None:
    ink = Ink.of(PALETTES[theme])
    assert _contrast(ink.text, ink.bar) >= 7
    assert _contrast(ink.text, ink.ground) >= 7
    assert _contrast(ink.quiet, ink.ground) >= 7
    assert _contrast(ink.now, ink.ground) >= 7


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The ratio of WCAG 2.2."""
    low, high = sorted(_luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_answer_of_a_hundred_and_fifty_letters_stands_alone_from_120_columns_on(screen: tuple[int, int]) -> None:
    text = "We look at the books of six pupils each half term, two colleagues at a time, and ask which of the new words they use when nobody has asked for them at all."
    assert len(text) >= 150
    pages = pages_of(Step("a.3", place="answer 3 of 11", words=text), *place(screen))
    assert len(pages) == 1 or screen[0] < 120
    assert " ".join(page.words for page in pages) == text


async def test_the_next_step_is_there_within_a_frame(sample: dict[str, tuple[Activity, Total]]) -> None:
    activity, total = sample["card_sort"]
    async with Stage(lambda: Reveal(activity, total)).run_test(size=(200, 60)) as pilot:
        there = pilot.app.screen.query_one(Reveal)
        sheet = there.query_one(BigSheet)
        spent = []
        for _ in range(8):
            while there._find(beside(there._spot)[0]) is None:  # it is drawn beforehand, in a thread
                await pilot.pause(0.01)
            before = monotonic()
            there.step(1)
            lines = [sheet.render_line(y) for y in range(sheet.size.height)]
            spent.append(monotonic() - before)
            assert there.drawn is not None
            assert len(lines) == there.drawn.sheet.rows
            await pilot.pause(0.02)
        assert sorted(spent)[len(spent) // 2] <= 1 / 60


async def test_a_reveal_that_goes_while_it_is_drawn_goes_quietly(
    sample: dict[str, tuple[Activity, Total]], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def slowly(spot: Spot) -> Drawn:
        begun.set()
        assert go_on.wait(10)
        return draw(spot)

    monkeypatch.setattr("tui.kinds.reveal.draw", slowly)
    activity, total = sample["card_sort"]
    async with Stage(lambda: Reveal(activity, total)).run_test(size=(120, 40)) as pilot:
        there = pilot.app.screen.query_one(Reveal)
        while not begun.is_set():
            await pilot.pause(0.01)
        await there.query_one(BigSheet).remove()  # as it is for a moment while the projector goes on
        go_on.set()
        await pilot.app.workers.wait_for_complete()
        await there.remove()
        assert pilot.app.return_code in (None, 0)


async def test_where_there_is_no_picture_larger_words_have_the_whole_screen(
    sample: dict[str, tuple[Activity, Total]],
) -> None:
    activity, _ = sample["card_sort"]
    async with Stage(lambda: Reveal(activity, Total())).run_test(size=(200, 60)) as pilot:
        there = pilot.app.screen.query_one(Reveal)
        there.zoom(True)
        there.go("*")
        while there.drawn is None:
            await pilot.pause(0.01)
        assert there.drawn.sheet.width == there.size.width
        assert not there.is_picture


def test_nobody_who_wrote_an_answer_is_named(sample: dict[str, tuple[Activity, Total]]) -> None:
    for activity, total in sample.values():
        text = repr(steps(activity, total))
        assert "Amara" not in text
        assert "Pritchard" not in text


def test_few_colours_still_show_every_row(sample: dict[str, tuple[Activity, Total]]) -> None:
    walk = Walk(steps(*sample["card_sort"]), *place((120, 40)))
    sheet = lay_out(walk.at(walk.on(None)), walk.width, walk.rows)
    text = "\n".join(row.text for row in draw_sheet(sheet, Ink.of(PALETTES["hall"], smooth=False)).rows)
    assert "█" in text
    assert "▄" in text
