"""What the room wrote to the stems of a plan."""

from textual.content import Content

from tui.widgets.writing_reveal import WrittenReveal


class StemsReveal(WrittenReveal):
    """Every stem with how many have finished it, or one stem with its endings."""

    def overview(self, width: int) -> Content:
        """The stems, each with how many endings it has."""
        most = max(self.answered(stem).n for stem in self.steps)
        words = min(max(map(len, self._questions.values())) + 2, width - 24)
        across = max(8, min(40, width - words - 6))
        lines = []
        for stem, text in self._questions.items():
            n = self.answered(stem).n
            bar = "━" * max(1, round(n / most * across)) if n else ""
            rows = Content(text).wrap(words - 2)
            first = rows[0].rstrip()
            tail = Content.assemble((f"{n:>3} ", "bold" if n else "$quiet"), (bar, "$quiet"))
            lines.append(first.pad_right(max(0, words - first.cell_length)) + tail)
            lines += rows[1:]
            if self.size.height >= 2 * len(self._questions) + 3:
                lines.append(Content(""))
        return Content("\n").join(lines)
