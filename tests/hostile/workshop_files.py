"""Workshop files with anything in them: each is read, or its mistakes are told, within a second.

The built-in files are mutated byte by byte, line by line and token by token, and read from disk as `flipchart check`
reads them.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import process_time

from activities.typed import as_seen
from activities.workshop.mistakes import WorkshopMistakes
from store.workshops import check_file

MOST_SECONDS = 1.0
"""Of processor time, for one file."""

WORKSHOPS = Path(__file__).parents[2] / "activities" / "workshops"

TOKENS = [
    *"\t\n :-?![]{}&*#|>%@`'\"\\,.~<=",
    *("---\n", "...\n", "- ", ": ", "? ", "&a ", "*a", "!!python/object:os.system ", "<<: *a", "%YAML 1.2\n", "|\n", ">-\n"),
    *("null", "~", "0", "-1", "1e999", "9" * 400, "007", "no", "2026-11-22", '"\\0"', '"\\ud800"', '"\\UFFFFFFFF"'),
    *("\x00", "\x1b[31m", "\r", "\x85", "\u2028", "\ufeff", "\u202e", "\u200b", "\U0001f468\u200d\U0001f469", "e\u0301"),
    *("id", "kind", "from", "title", "minutes", "activities", "brief", "card_sort", "pathway", "prompts"),
    *("[" * 3_000, "{a: " * 3_000, "- " * 3_000, "\t" * 30_000, " " * 30_000, "\n" * 30_000, "x" * 70_000, "*a ," * 9_000),
]  # fmt: skip


def _bytes(data: bytes, random: Random) -> bytes:
    """A few bytes are others, gone, or between others."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(changed) + 1)
        changed[at : at + random.choice((0, 1, 1, 4, 300))] = random.randbytes(random.choice((0, 1, 1, 4)))
    return bytes(changed)


def _lines(data: bytes, random: Random) -> bytes:
    """Some lines are elsewhere, indented otherwise, gone, or there many times."""
    lines = data.split(b"\n")
    for _ in range(random.randint(1, 6)):
        at, many = random.randrange(len(lines)), random.choice((1, 1, 3, 20))
        taken = lines[at : at + many]
        match random.randrange(5):
            case 0:
                lines[at : at + many] = []
            case 1:
                lines[at : at + many] = [b" " * random.randint(0, 9) + line.lstrip() for line in taken]
            case 2:
                lines[at:at] = taken * random.choice((1, 2, 200))
            case 3:
                to = random.randrange(len(lines))
                lines[to:to] = taken
            case _:
                random.shuffle(taken)
                lines[at : at + many] = taken
        lines = lines[:20_000] or [b""]
    return b"\n".join(lines)


def _tokens(data: bytes, random: Random) -> bytes:
    """Some words and signs are others, or have others beside them."""
    parts = re.findall(rb"\w+|\s+|[^\w\s]", data) or [b""]
    for _ in range(random.randint(1, 6)):
        at, token = random.randrange(len(parts)), random.choice(TOKENS).encode("utf-8", "surrogatepass")
        parts[at] = random.choice((b"", token, token, parts[at] + token, token + parts[at], random.choice(parts)))
    return b"".join(parts)


def mutated(data: bytes, random: Random) -> bytes:
    """The file with one to three kinds of change in it."""
    for _ in range(random.randint(1, 3)):
        data = random.choice((_bytes, _lines, _tokens))(data, random)
    return data


def wrong(path: Path) -> Iterator[str]:
    """What must not be of reading this file."""
    begun = process_time()
    try:
        read = check_file(path)
    except WorkshopMistakes as refused:
        told = refused.mistakes
        if not told:
            yield "it is refused, and nothing is told"
        for one in told:
            if not one.startswith(str(path)) or as_seen(one) != one:
                yield f"told as {one!r}"
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody may see it
        yield f"{type(error).__name__}: {error}"
    else:
        if type(read).model_validate_json(read.model_dump_json()) != read:
            yield "what was read is something else once it was kept"
    if (took := process_time() - begun) > MOST_SECONDS:
        yield f"it took {took:.2f} s"


def tried(folder: Path, seed: int, many: int) -> list[str]:
    """What was wrong with so many mutated files; each that something was wrong with stays in the folder."""
    sources = [path.read_bytes() for path in sorted(WORKSHOPS.glob("*.yaml"))]
    found = []
    for number in range(many):
        path = folder / f"{seed}-{number}.yaml"
        random = Random(f"{seed} {number}")
        path.write_bytes(mutated(random.choice(sources), random))
        if troubles := list(wrong(path)):
            found += [f"{path}: {trouble}" for trouble in troubles]
        else:
            path.unlink()
    return found


def main(seed: str = "1", many: str = "20000") -> None:
    """Try so many files. Exits with 1 where any was not read or refused as it should be."""
    folder = Path(tempfile.mkdtemp(prefix="hostile-workshops-"))
    found = tried(folder, int(seed), int(many))
    for one in found:
        print(one, file=sys.stderr)
    print(f"{int(many):,} mutated workshop files: {len(found)} wrong")
    if found:
        raise SystemExit(1)
    folder.rmdir()


if __name__ == "__main__":
    main(*sys.argv[1:])
