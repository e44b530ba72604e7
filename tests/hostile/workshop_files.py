"""Workshop and series files with anything in them: each is read, or its mistakes are told, within a second.

A small workshop a kind, the series and the built-in workshops are mutated byte by byte, line by line, token by token and
value by value, and read from disk as `flipchart check` reads them. `python -m tests.hostile.workshop_files 1 100000`
tries so many, from this seed, on all cores.
"""

import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from random import Random
from time import monotonic, process_time

from activities.kinds.activity import Activity
from activities.programme.series import Series
from activities.typed import as_seen
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.workshop import Workshop
from store.workshops import check_either
from tests.every_kind.the_room import FILE, every_kind
from tests.hostile.mutations import mutated

MOST_SECONDS = 1.0
"""Of processor time, for one file."""

WORKSHOPS = Path(__file__).parents[2] / "activities" / "workshops"
CHUNK = 500
"""Files that one process tries before it takes more."""

ONE_IN = 100
"""Of how many files one is a built-in workshop, mutated: they are some twenty times as large as the others."""


@dataclass
class Tried:
    """What came of some files: how many were `taken` and how many refused, what was wrong, and the slowest.

    `slowest` is the processor time of one file in seconds, and which it was.
    """

    taken: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def and_(self, other: "Tried") -> "Tried":
        """Both together."""
        return Tried(
            self.taken + other.taken,
            self.refused + other.refused,
            self.wrong + other.wrong,
            max(self.slowest, other.slowest),
        )


@cache
def small() -> tuple[bytes, ...]:
    """A small right workshop for each activity of the one with every kind, with what it needs; and the series."""
    head, *blocks = re.split(r"(?=^  - kind: )", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    agenda = every_kind().activities
    by_id = dict(zip((one.id for one in agenda), blocks, strict=True))
    workshops = []
    for one in agenda:
        needed = _needed(one, {each.id: each for each in agenda})
        workshops.append(head + "".join(text for name, text in by_id.items() if name in needed))
    series = [path.read_text(encoding="utf-8") for path in sorted(WORKSHOPS.rglob("series.yaml"))]
    return tuple(text.encode() for text in (*workshops, *series, *series))


def _needed(activity: Activity, agenda: dict[str, Activity]) -> set[str]:
    """The ids of an activity and of those that it names, and of those that they name."""
    found: set[str] = set()
    waiting = [activity.id]
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting += [one for _, one in (*agenda[name].starts_from, *agenda[name].leads_to)]
    return found


@cache
def large() -> tuple[bytes, ...]:
    """The built-in workshops."""
    return tuple(path.read_bytes() for path in sorted(WORKSHOPS.rglob("*.yaml")) if path.name != "series.yaml")


def read(path: Path) -> Workshop | Series | WorkshopMistakes:
    """What a file describes, or what is wrong with it."""
    try:
        return check_either(path)
    except WorkshopMistakes as refused:
        return refused


def wrong(path: Path, found: Workshop | Series | WorkshopMistakes) -> Iterator[str]:
    """What must not be of what was found in this file."""
    if isinstance(found, WorkshopMistakes):
        if not found.mistakes:
            yield "it is refused, and nothing is told"
        for one in found.mistakes:
            if not one.startswith(str(path)) or as_seen(one) != one:
                yield f"told as {one!r}"
    elif type(found).model_validate_json(found.model_dump_json()) != found:
        yield "what was read is something else once it was kept"


def tried(folder: Path, seed: int, numbers: Iterable[int]) -> Tried:
    """What came of the mutated files of these numbers; each that something was wrong with stays in the folder."""
    all_of_them = Tried()
    for number in numbers:
        random = Random(f"{seed} {number}")
        path = folder / f"{seed}-{number}.yaml"
        path.write_bytes(mutated(random.choice(small() if random.randrange(ONE_IN) else large()), random))
        all_of_them = all_of_them.and_(_one(path))
    return all_of_them


def _one(path: Path) -> Tried:
    begun = process_time()
    try:
        found = read(path)
        took = process_time() - begun
        troubles = list(wrong(path, found))
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody may see it
        return Tried(wrong=[f"{path}: {type(error).__name__}: {error}"])
    if not troubles and took <= MOST_SECONDS:
        path.unlink()
    is_refused = isinstance(found, WorkshopMistakes)
    return Tried(not is_refused, is_refused, [f"{path}: {trouble}" for trouble in troubles], (took, str(path)))


def main(seed: str = "1", many: str = "40000") -> None:
    """Try so many files. Exits with 1 where any was not read or refused as it should be, or took too long."""
    folder = Path(tempfile.mkdtemp(prefix="hostile-workshops-"))
    begun, cores = monotonic(), os.cpu_count() or 1
    chunks = [range(at, min(at + CHUNK, int(many))) for at in range(0, int(many), CHUNK)]
    found = Tried()
    with ProcessPoolExecutor(cores) as processes:
        for some in processes.map(partial(tried, folder, int(seed)), chunks):
            found = found.and_(some)
    for one in found.wrong:
        print(one, file=sys.stderr)
    seconds, slowest = found.slowest
    print(
        f"{int(many):,} mutated workshop and series files on {cores} cores in {monotonic() - begun:.0f} s: "
        f"{found.taken:,} read, {found.refused:,} refused in words, {len(found.wrong)} wrong; the slowest took "
        f"{seconds:.2f} s of processor time"
    )
    if seconds > MOST_SECONDS:
        print(f"{slowest}: it took longer than {MOST_SECONDS:g} s", file=sys.stderr)
    if found.wrong or seconds > MOST_SECONDS:
        raise SystemExit(1)
    folder.rmdir()


if __name__ == "__main__":
    main(*sys.argv[1:])
