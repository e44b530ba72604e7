"""A picture made of words and arrows that stand in rows and columns."""

from dataclasses import dataclass

from exports.document import Column, Picture, Table


@dataclass(frozen=True, slots=True)
class Diagram(Picture):
    """The lines as they were typed; what is parted by two spaces or more stands apart. `caption` says what it shows."""

    lines: tuple[str, ...]
    caption: str = ""

    @property
    def alternative(self) -> str:
        """What stands in it, line by line."""
        return f"Words and arrows, line by line: {'; '.join(self._rows)}."

    @property
    def table(self) -> Table:
        """A row a line."""
        return Table((Column(1.0),), ("Line by line",), tuple((row,) for row in self._rows), self.caption)

    @property
    def _rows(self) -> list[str]:
        return [" ".join(line.split()) for line in self.lines if line.strip()]
