"""From nothing that leaves the domain can one person's answer be told: results, JSON, glance, room, console, paper.

Rooms are drawn at random and shown whole; then one person answers otherwise, or two change places, and all must look
the same. What the room's screens draw, they draw from the findings that are compared here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from activities.kinds.activity import Activity, Response, answered, blank
from activities.kinds.card_counts import Place
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.kinds.choice import Choice, ChoiceResponse
from activities.kinds.dot_vote import DotVote, DotVoteResponse
from activities.kinds.grid import Grid
from activities.kinds.grid_counts import box
from activities.kinds.grid_response import GridResponse
from activities.kinds.log import ADOPTED, Log
from activities.kinds.log_entries import Entry, LogResponse, Said
from activities.kinds.pathway import Mark, Pathway, PathwayResponse
from activities.kinds.prompts import Prompts
from activities.kinds.ranking import Ranking, RankingResponse
from activities.kinds.sentence_stems import SentenceStems
from activities.kinds.writing import WrittenResponse
from activities.reveal import steps
from activities.reveal.total import add_up
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.findings import by_round, findings, room_findings
from activities.session.session import Session
from exports.documents.room_sheet import room_sheet
from tests.activities.examples import (
    NOW,
    card_columns,
    card_sort,
    choice,
    dot_vote,
    grid,
    log,
    pathway,
    prompts,
    ranking,
    sentence_stems,
    workshop,
)
from tui.kinds import glance
from tui.tasks.results import in_json, in_text

ACTIVITIES: dict[str, Activity] = {
    one.id: one
    for one in (
        card_sort(),
        card_columns(),
        choice(),
        dot_vote(),
        pathway(),
        prompts(),
        ranking(),
        grid(),
        log(),
        sentence_stems(),
    )
}
WORDS = st.text("abcdefgh", min_size=6, max_size=6)

Given = tuple[Response | None, ...]
"""What one person gave, round by round."""


@dataclass(frozen=True)
class Room:
    """One activity, what everybody gave, and how small a group may be."""

    activity: Activity
    people: tuple[Given, ...]
    smallest: int

    @property
    def rounds(self) -> int:
        return len(self.people[0])

    def otherwise(self, person: int, round_number: int, response: Response) -> "Room":
        """The same room, in which this person gave something else."""
        mine = list(self.people[person])
        mine[round_number - 1] = response
        people = list(self.people)
        people[person] = tuple(mine)
        return replace(self, people=tuple(people))

    def contributions(self) -> list[Contribution]:
        found = []
        for number, rounds in enumerate(self.people):
            one = Contribution(participant=Participant(id=f"p-{number}", name=f"Ffion {number}"))
            for round_number, response in enumerate(rounds, 1):
                if response is not None:
                    one = one.record(self.activity.id, response, at=NOW, round_number=round_number, handed_in=True)
            found.append(one)
        return found

    def session(self) -> Session:
        example = workshop().model_copy(update={"activities": (self.activity,)})
        begun = begin(example, code="MKRT", title="Autumn", on=date(2026, 11, 20)).open(NOW)
        for _ in range(self.rounds - 1):
            begun = begun.again(NOW)
        return begun.reveal(NOW).show(compare=True)


def everything_shown(room: Room) -> list[str]:
    """All that anybody is given to see or to read: the room sheet is what every kind of file is made of."""
    activity, people, session = room.activity, room.contributions(), room.session()
    rounds = range(1, room.rounds + 1)
    found = [findings(activity, people, number, smallest=room.smallest) for number in rounds]
    seen = [in_text(found), in_json(found, one=False), repr(by_round(activity, people, smallest=room.smallest))]
    for live in (False, True):
        now = room_findings(session, people, room.smallest, live=live)
        assert now is not None
        seen += [repr(now), glance(activity, now.summary).plain]
    for compared in (False, True):
        total = add_up(session.show(compare=compared), people, room.smallest)
        seen += [repr(total), repr(steps(activity, total))]
    return [*seen, repr(room_sheet(session, people, room.smallest))]


def first_difference(one: Room, other: Room) -> tuple[str, str] | None:
    """Where the two rooms first look different, with the words around it; None where they look the same."""
    for first, second in zip(everything_shown(one), everything_shown(other), strict=True):
        if first != second:
            at = next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), 0)
            around = slice(max(at - 60, 0), at + 60)
            return first[around], second[around]
    return None


def parts(activity: Activity) -> list[str]:
    """The ids of what can be answered."""
    if isinstance(activity, CardSort):
        return [card.id for card in activity.cards]
    if isinstance(activity, Ranking):
        return [item.id for item in activity.items]
    if isinstance(activity, Choice):
        return [option.id for option in activity.options]
    if isinstance(activity, DotVote):
        return [item.id for item in activity.items]
    if isinstance(activity, Pathway):
        return [strand.id for strand in activity.strands]
    if isinstance(activity, Prompts):
        return [prompt.id for prompt in activity.prompts]
    if isinstance(activity, Grid):
        return [box(row.id, column) for row in activity.rows for column in ("says", "have", "goal")]
    if isinstance(activity, Log):
        return [move.id for move in activity.moves]
    assert isinstance(activity, SentenceStems)
    return [stem.id for stem in activity.stems]


@st.composite
def responses(draw: st.DrawFn, activity: Activity, of: Sequence[str]) -> Response:
    """An answer to these parts and to no other."""
    if isinstance(activity, CardSort):
        places = [*activity.places]
        response = CardSortResponse(placements={part: draw(st.sampled_from(places)) for part in of})
        for label in draw(st.lists(WORDS, max_size=2, unique=True)):
            response = response.write_card(activity, label)
        for card in response.own:
            response = response.put(card.id, draw(st.sampled_from(places)))
        for card_id in draw(st.lists(st.sampled_from(sorted(of)), max_size=len(of) * activity.reasons, unique=True)):
            response = response.give_reason(card_id, draw(WORDS))
        return response
    if isinstance(activity, Choice):
        fields = draw(st.lists(st.sampled_from([one.field for _, one in activity.asked]), unique=True))
        option = draw(st.sampled_from(list(of)))
        return ChoiceResponse(chosen=(option,), answers={field: draw(WORDS) for field in fields})
    if isinstance(activity, Ranking):
        return RankingResponse(tiers=tuple((item,) for item in draw(st.permutations(list(of)))))
    if isinstance(activity, DotVote):
        return DotVoteResponse(dots={draw(st.sampled_from(list(of))): draw(st.integers(1, 2))})
    if isinstance(activity, Pathway):
        return PathwayResponse(marks={part: Mark(stage=draw(st.integers(1, 4)), evidence=draw(WORDS)) for part in of})
    if isinstance(activity, Grid):
        filled = GridResponse()
        for label in draw(st.lists(WORDS, max_size=2, unique=True)):
            filled = filled.write_row(label, activity.own_rows)
        boxes = [*of, *(box(row.id, column) for row in filled.rows for column in ("says", "goal"))]
        return filled.model_copy(update={"cells": {part: draw(in_a_box(part)) for part in boxes}})
    if isinstance(activity, Log):
        day = draw(st.none() | st.dates(date(2026, 9, 1), date(2026, 12, 24)))
        said = {part: Said(text=draw(in_a_move(part)), on=NOW.date()) for part in of}
        return LogResponse(entries=(Entry(id="entry-1", begun=NOW.date(), day=day, moves=said),))
    return blank(activity).model_copy(update={"answers": {part: draw(WORDS) for part in of}})


def in_a_move(part: str) -> st.SearchStrategy[str]:
    """What may be said to a move of a log."""
    return st.sampled_from(ADOPTED) if part == "decided" else WORDS


def in_a_box(part: str) -> st.SearchStrategy[str]:
    """What may stand in a box of a grid."""
    return {"says": WORDS, "have": st.just("yes"), "goal": st.sampled_from(["talk", "reading"])}[part.split(".")[1]]


@st.composite
def rooms(draw: st.DrawFn, few: bool = False) -> Room:
    """Any activity, and people who answer some of it in up to two rounds; `few` are fewer than may be shown."""
    activity = draw(st.sampled_from(list(ACTIVITIES.values())))
    smallest = draw(st.integers(2, 5))
    size = draw(st.integers(1, smallest - 1) if few else st.integers(smallest, 7))
    number = draw(st.integers(1, 2))
    some = st.lists(st.sampled_from(parts(activity)), min_size=1, unique=True).flatmap(
        lambda of: responses(activity, sorted(of))
    )
    every = st.tuples(*[st.none() | some] * number)
    people = draw(st.lists(every, min_size=size, max_size=size))
    return Room(activity, tuple(people), smallest)


def groups(room: Room, round_number: int, part: str) -> int:
    """How many answered this part in this round."""
    there = [person[round_number - 1] for person in room.people]
    return sum(part in answered(room.activity, one) for one in there if one is not None)


def often(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


@often(150)
@given(st.data())
def test_in_a_room_of_too_few_it_makes_no_difference_what_anybody_says(data: st.DataObject) -> None:
    room = data.draw(rooms(few=True))
    other = room
    for person, rounds in enumerate(room.people):
        for number, response in enumerate(rounds, 1):
            if response is not None:
                all_parts = data.draw(st.lists(st.sampled_from(parts(room.activity)), min_size=1, unique=True))
                other = other.otherwise(person, number, data.draw(responses(room.activity, sorted(all_parts))))
    assert first_difference(other, room) is None


@often(200)
@given(st.data())
def test_what_too_few_answered_makes_no_difference_in_a_large_room(data: st.DataObject) -> None:
    room = data.draw(rooms())
    part = data.draw(st.sampled_from(parts(room.activity)))
    other = room
    for number in range(1, room.rounds + 1):
        if groups(room, number, part) < room.smallest:
            for person, rounds in enumerate(room.people):
                response = rounds[number - 1]
                if response is not None and part in answered(room.activity, response):
                    fresh = data.draw(responses(room.activity, [part]))
                    other = other.otherwise(person, number, with_part(response, fresh, part))
    assert first_difference(other, room) is None


def with_part(response: Response, fresh: Response, part: str) -> Response:
    """The response, with one part answered as in the fresh one; of those that have no parts, all of it."""
    if isinstance(response, ChoiceResponse | DotVoteResponse | RankingResponse):
        return fresh
    for name in ("placements", "marks", "answers", "cells"):
        if hasattr(response, name):
            both = {**getattr(response, name), part: getattr(fresh, name)[part]}
            return response.model_copy(update={name: both})
    assert isinstance(response, LogResponse)
    assert isinstance(fresh, LogResponse)
    entry = response.entries[0]
    both = {**entry.moves, part: fresh.entries[0].moves[part]}
    return response.model_copy(update={"entries": (entry.model_copy(update={"moves": both}),)})


@often(60)
@given(st.data())
def test_where_somebody_put_a_card_of_their_own_makes_no_difference(data: st.DataObject) -> None:
    sort = card_sort()
    number = data.draw(st.integers(2, 6))
    placed = st.none() | st.sampled_from(sort.places)
    rooms = [
        Room(sort, tuple((own_card(sort, person, data.draw(placed)),) for person in range(number)), number)
        for _ in range(2)
    ]
    assert first_difference(rooms[0], rooms[1]) is None
    assert all(f"written by {person}" in everything_shown(rooms[0])[0] for person in range(number))


def own_card(sort: CardSort, person: int, place: Place | None) -> CardSortResponse:
    """A card that nobody else wrote, in this place or still in the deck."""
    written = CardSortResponse().write_card(sort, f"written by {person}")
    return written if place is None else written.put("own-1", place)


@often(150)
@given(st.data())
def test_where_rounds_may_not_be_compared_two_people_may_change_places_in_one_of_them(data: st.DataObject) -> None:
    room = data.draw(rooms())
    number = data.draw(st.integers(1, room.rounds))
    found = findings(room.activity, room.contributions(), room.rounds, smallest=room.smallest)
    there = [person for person, rounds in enumerate(room.people) if rounds[number - 1] is not None]
    if len(there) < 2 or found.shift is not None:
        return
    one, two = data.draw(st.lists(st.sampled_from(there), min_size=2, max_size=2, unique=True))
    first, second = room.people[one][number - 1], room.people[two][number - 1]
    if first is None or second is None or answered(room.activity, first) != answered(room.activity, second):
        return
    swapped = room.otherwise(one, number, second).otherwise(two, number, first)
    assert first_difference(swapped, room) is None


@often(150)
@given(rooms())
def test_nothing_tells_who_came_first(room: Room) -> None:
    turned = replace(room, people=room.people[::-1])
    assert first_difference(turned, room) is None


@often(150)
@given(rooms() | rooms(few=True))
def test_the_words_of_too_few_stand_nowhere(room: Room) -> None:
    room = replace(
        room,
        people=tuple(
            tuple(signed(one, f"{person}r{number}") for number, one in enumerate(rounds, 1))
            for person, rounds in enumerate(room.people)
        ),
    )
    seen = "\n".join(everything_shown(room))
    for number in range(1, room.rounds + 1):
        there = [one for person in room.people if (one := person[number - 1]) is not None]
        writers = [one for one in there if isinstance(one, CardSortResponse) and one.own]
        if min(len(there), len(writers)) < room.smallest:
            assert not [card.label for one in writers for card in one.own if card.label in seen]
        sorters = [one for one in there if isinstance(one, CardSortResponse)]
        for part in parts(room.activity):
            why = [one.reason(part) for one in sorters if one.reason(part).strip() and part in one.placements]
            assert len(why) >= room.smallest or not [text for text in why if text in seen]
        mapped = [one for one in there if isinstance(one, GridResponse) and one.rows]
        if min(len(there), len(mapped)) < room.smallest:
            assert not [row.label for one in mapped for row in one.rows if row.label in seen]
            assert not [text for one in mapped for text in one.cells.values() if "own-" in text and text in seen]
        for part in parts(room.activity):
            if groups(room, number, part) < room.smallest:
                entries = [one.entries[0].says(part) for one in there if isinstance(one, LogResponse)]
                assert not [text for text in entries if "said by" in text and text in seen]
                boxes = [one.cells.get(part, "") for one in there if isinstance(one, GridResponse)]
                assert not [text for text in boxes if "said by" in text and text in seen]
                said = [one.answer(part) for one in there if isinstance(one, WrittenResponse)]
                assert not [text for text in said if text and text in seen]


def signed(response: Response | None, by: str) -> Response | None:
    """The response with texts that stand in no other."""
    if isinstance(response, WrittenResponse):
        return response.model_copy(update={"answers": {part: f"said by {by} of {part}." for part in response.answers}})
    if isinstance(response, GridResponse):
        rows = tuple(row.model_copy(update={"label": f"row by {by} {row.id}."}) for row in response.rows)
        cells = {
            part: f"said by {by} of {part}." if part.endswith(".says") else text
            for part, text in response.cells.items()
        }
        return response.model_copy(update={"rows": rows, "cells": cells})
    if isinstance(response, LogResponse):
        moves = {
            part: said if part == "decided" else said.model_copy(update={"text": f"said by {by} of {part}."})
            for part, said in response.entries[0].moves.items()
        }
        return response.model_copy(update={"entries": (response.entries[0].model_copy(update={"moves": moves}),)})
    if isinstance(response, CardSortResponse):
        own = tuple(card.model_copy(update={"label": f"by {by} {card.id}."}) for card in response.own)
        why = {card: f"said by {by} of {card}." for card in response.reasons}
        return response.model_copy(update={"own": own, "reasons": why})
    return response


@pytest.mark.parametrize("activity", ACTIVITIES.values(), ids=list(ACTIVITIES))
def test_it_is_not_for_want_of_showing_anything(activity: Activity) -> None:
    """The test of the tests: with no smallest group the same outputs do change with one answer."""
    first = {
        "placements": {"alpha": ("left",)},
        "marks": {"first": Mark(stage=1)},
        "answers": {"one": "a", "goal": "a"},
        "chosen": ("books",),
        "tiers": (("alpha",), ("beta",)),
        "cells": {"books.says": "a"},
        "entries": [one_entry("a")],
        "dots": {"alpha": 1},
    }
    other = {
        "placements": {"alpha": ("top",)},
        "marks": {"first": Mark(stage=2)},
        "answers": {"one": "b", "goal": "b"},
        "chosen": ("talk",),
        "tiers": (("beta",), ("alpha",)),
        "cells": {"books.says": "b"},
        "entries": [one_entry("b")],
        "dots": {"beta": 1},
    }
    names = {"sort": "placements", "columns": "placements", "path": "marks", "choice": "chosen", "vote": "dots"}
    name = {**names, "ranking": "tiers", "map": "cells", "log": "entries"}.get(activity.id, "answers")
    kind = type(blank(activity))
    one, two = (Room(activity, ((kind.model_validate({name: said[name]}),),), 1) for said in (first, other))
    assert first_difference(one, two) is not None


def one_entry(text: str) -> Entry:
    """An entry of a log that says this."""
    return Entry(id="entry-1", begun=NOW.date(), moves={"planned": Said(text=text, on=NOW.date())})
