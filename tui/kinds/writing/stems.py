"""What the room wrote to the stems of a plan."""

from textual.content import Content

from tui.kinds.writing.picture import WrittenPicture
from tui.widgets.counts import thin_bar


class StemsPicture(WrittenPicture):
    """Every stem with how many have finished it, or one stem with its endings."""

    def overview(self, width: int) -> Content:
        """The stems, each with how many endings it has."""
        most = max(self.answered(stem).n for stem in self.questions)
        told = {stem: self.rewrote(stem) for stem in self.questions}
        aside = max(map(len, told.values()))
        words = min(max(map(len, self.questions.values())) + 2, width - 24 - aside)
        across = max(8, min(40, width - words - aside - 8))
        lines = []
        for stem, text in self.questions.items():
            n, hidden = self.answered(stem).n, self.answered(stem).withheld is not None
            bar = thin_bar(n, most, across)
            rows = Content(text).wrap(max(8, words - 2))
            first = rows[0].rstrip()
            tail = Content.assemble(
                ("  – " if hidden else f"{n:>3} ", "bold" if n else "$quiet"), (bar.ljust(across), "$quiet")
            )
            rewrote = Content.styled(f"  {told[stem]}", "bold $now" if told[stem] else "")
            lines.append(first.pad_right(max(0, words - first.cell_length)) + tail + rewrote)
            lines += rows[1:]
            if self.size.height >= 2 * len(self.questions) + 3:
                lines.append(Content(""))
        return Content("\n").join(lines)
