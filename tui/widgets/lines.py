"""Lines that change often: they are drawn again only where they say something else."""

from textual.content import Content
from textual.widgets import Static


def say(part: Static, words: Content) -> None:
    """Say this. The screen is laid out again only where the words take another place than those before."""
    before = part.content
    if isinstance(before, Content):
        if before.is_same(words):
            return
        lengths = [[line.cell_length for line in content.split("\n", allow_blank=True)] for content in (before, words)]
        part.update(words, layout=lengths[0] != lengths[1] or max(lengths[1], default=0) > part.size.width)
    else:
        part.update(words)
