"""Whether eight words in a row are those of a published document that the workshops follow.

Our words are our own; the documents' are not ours to hand on, so none of them is kept here. `tests/sources.txt` holds
six bytes of the SHA-256 of every run of eight words in them, which tell a run again and cannot be read back. It is made
from a folder of the documents as plain text: `python -m tests.sources FOLDER`.
"""

import re
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

RUN = 8
"""Words in a row. Fewer are often a name, or what everybody says."""

BYTES = 6
"""Of each hash: a run of ours is taken for one of theirs by chance about once in a million of such test runs."""

A_LINE = 8
HASHES = Path(__file__).with_name("sources.txt")

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NO_TEXT = re.compile(r"\[bookmark: [^\]]*\]")
"""What a word processor leaves among the words."""


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words, however they are written, broken into lines and set apart."""
    words = [word.casefold().replace("’", "'") for word in WORD.findall(NO_TEXT.sub(" ", text))]
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def hashed(run: tuple[str, ...]) -> str:
    """By what a run is known."""
    return sha256(" ".join(run).encode()).hexdigest()[: 2 * BYTES]


@cache
def theirs() -> frozenset[str]:
    """By what the runs of the documents are known."""
    return frozenset(HASHES.read_text(encoding="ascii").split())


def taken_from_them(text: str) -> list[str]:
    """The runs of this text that stand in one of the documents."""
    return [" ".join(run) for run in runs(text) if hashed(run) in theirs()]


def main(folder: str) -> None:
    """Make the file anew from all texts in a folder."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    found = sorted({hashed(run) for text in texts for run in runs(text)})
    lines = [" ".join(found[at : at + A_LINE]) for at in range(0, len(found), A_LINE)]
    HASHES.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(texts)} documents, {len(found):,} runs of {RUN} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
