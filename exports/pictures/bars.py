"""How many chose each of several things, as bars under one another."""

from dataclasses import dataclass

from exports.document import Column, Picture, Table


@dataclass(frozen=True, slots=True)
class Bars(Picture):
    """A bar a name, as long as its count; `before`, where given, are the counts of the round before, in the same order.

    `of` says what is counted, such as `Dots`. There is at least one name.
    """

    names: tuple[str, ...]
    counts: tuple[int, ...]
    before: tuple[int, ...] = ()
    of: str = "How many"

    @property
    def alternative(self) -> str:
        """Every name with its count, and its count before."""
        earlier = self.before or (None,) * len(self.names)
        said = [
            f"{name}: {count}" if was is None else f"{name}: {was} before, {count} now"
            for name, count, was in zip(self.names, self.counts, earlier, strict=True)
        ]
        return f"Bars. {'; '.join(said)}."

    @property
    def table(self) -> Table:
        """A row a name, with its counts."""
        caption = f"{self.of} for each"
        if not self.before:
            rows = tuple((name, str(count)) for name, count in zip(self.names, self.counts, strict=True))
            return Table((Column(0.8), Column(0.2, figures=True)), ("What", self.of), rows, caption)
        three = zip(self.names, self.before, self.counts, strict=True)
        both = tuple((name, str(was), str(count)) for name, was, count in three)
        columns = (Column(0.7), Column(0.15, figures=True), Column(0.15, figures=True))
        return Table(columns, ("What", "Before", "Now"), both, caption)
