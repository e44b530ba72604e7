"""Somebody who sees all that is shown, and knows who answered what and when: what can they tell?

They hold every room that is possible against what they were shown. Where every room that fits has the same answer from
somebody, that answer is told.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations_with_replacement

from activities.kinds.pathway import Mark, Pathway, PathwayResponse
from activities.session.contribution import Contribution, Participant
from activities.session.findings import by_round, findings
from tests.activities.examples import NOW

Marks = tuple[int, ...]
"""A stage on every strand, 0 where it is not marked."""

Person = tuple[Marks | None, ...]
"""What somebody marked, round by round; None where they did not take part."""

Room = tuple[Person, ...]

Told = tuple[Room, int, int, int]
"""A room, and whose (by number), which round's and which strand's answer can be told in it."""


def contribution(activity: Pathway, person: Person, number: int = 0) -> Contribution:
    """What this person gave. An example is given to every strand, so that whoever marks nothing takes part as well."""
    found = Contribution(participant=Participant(id=f"p-{number}", name="Somebody"))
    for round_number, marks in enumerate(person, 1):
        if marks is not None:
            given = {
                strand.id: Mark(stage=stage or None, evidence="Seen.")
                for strand, stage in zip(activity.strands, marks, strict=True)
            }
            found = found.record(
                activity.id, PathwayResponse(marks=given), at=NOW, round_number=round_number, handed_in=True
            )
    return found


def all_shown(activity: Pathway, people: Sequence[Contribution], smallest: int, rounds: int) -> tuple[str, ...]:
    """Everything that anybody is given to see: every round, its comparison with every one before, and all at once."""
    seen = []
    for number in range(1, rounds + 1):
        for earlier in range(number):
            found = findings(activity, people, number, smallest=smallest, earlier=earlier)
            before = found.before.model_dump_json() if found.before else ""
            seen.append(f"{found.summary.model_dump_json()} {before} {found.shift!r} {found.apart}")
    seen.append(repr({n: one.model_dump_json() for n, one in by_round(activity, people, smallest=smallest).items()}))
    return tuple(seen)


def told(
    activity: Pathway,
    states: Sequence[Person],
    size: int,
    smallest: int,
    show: Callable[[Pathway, Sequence[Contribution], int, int], Hashable] = all_shown,
) -> Iterator[Told]:
    """Every answer that can be told in any room of this size; what all who are counted together said alike is not."""
    rounds = len(states[0])
    known = {state: contribution(activity, state) for state in states}
    alike: dict[Hashable, list[Room]] = defaultdict(list)
    for room in combinations_with_replacement(states, size):
        people = [known[person] for person in room]
        patterns = tuple(sorted(map(_pattern, room)))
        alike[patterns, show(activity, people, smallest, rounds)].append(room)
    for rooms in alike.values():
        yield from _told_by(rooms, rounds, len(activity.strands))


def _pattern(person: Person) -> tuple[tuple[int, ...], ...]:
    """When somebody took part, and which strands they marked then: what the others saw."""
    return tuple(() if marks is None else tuple(1 + bool(stage) for stage in marks) for marks in person)


def _told_by(rooms: Sequence[Room], rounds: int, strands: int) -> Iterator[Told]:
    for when in range(rounds):
        for strand in range(strands):
            possible: dict[tuple[tuple[int, ...], ...], set[int]] = defaultdict(set)
            for room in rooms:
                for person in room:
                    if stage := _stage(person, when, strand):
                        possible[_pattern(person)].add(stage)
            for room in rooms:
                for number, person in enumerate(room):
                    stage = _stage(person, when, strand)
                    if stage and len(possible[_pattern(person)]) == 1 and not _unanimous(room, person, when, strand):
                        yield room, number, when, strand


def _stage(person: Person, when: int, strand: int) -> int:
    marks = person[when]
    return marks[strand] if marks else 0


def _unanimous(room: Room, person: Person, when: int, strand: int) -> bool:
    """Whether all who marked this strand in the same rounds as this person said the same there, and they are several."""

    def answered(one: Person) -> list[bool]:
        return [bool(_stage(one, number, strand)) for number in range(len(one))]

    together = [one for one in room if answered(one) == answered(person)]
    everyone = [one for one in room if _stage(one, when, strand)]
    return any(
        len(group) > 1 and len({_stage(one, when, strand) for one in group}) == 1 for group in (together, everyone)
    )
