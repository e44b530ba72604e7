"""The stages of a strand: one person's mark among them, and how many stand at each."""

from dataclasses import dataclass

from exports.document import Column, Picture, Table


@dataclass(frozen=True, slots=True)
class Stages(Picture):
    """The stages of a strand in a row, with the mark (from 1) of one person, and an earlier mark of theirs.

    Without a mark, it is there to be marked by hand; `descriptors`, where given, stand under the titles.
    """

    titles: tuple[str, ...]
    mark: int | None = None
    before: int | None = None
    descriptors: tuple[str, ...] = ()

    @property
    def alternative(self) -> str:
        """Where the mark stands among the stages."""
        row = f"{len(self.titles)} stages: {', '.join(self.titles)}."
        now = f" Marked: {self.mark} {self.titles[self.mark - 1]}." if self.mark else " Nothing is marked."
        return row + now + (f" Before: {self.before} {self.titles[self.before - 1]}." if self.before else "")

    @property
    def table(self) -> Table:
        """A row a stage, with what is said of it and whether it is marked."""
        words = self.descriptors or ("",) * len(self.titles)
        rows = tuple(
            (f"{number} {title}", descriptor, self._said(number))
            for number, (title, descriptor) in enumerate(zip(self.titles, words, strict=True), start=1)
        )
        if self.descriptors:
            return Table(
                (Column(0.25), Column(0.6), Column(0.15)), ("Stage", "What it is like", "Mark"), rows, "The stages"
            )
        brief = tuple((stage, said) for stage, _, said in rows)
        return Table((Column(0.6), Column(0.4)), ("Stage", "Mark"), brief, "The stages")

    def _said(self, number: int) -> str:
        return " and ".join(
            word for word, there in (("before", number == self.before), ("now", number == self.mark)) if there
        )


@dataclass(frozen=True, slots=True)
class Spread(Picture):
    """How many chose each of several things in an order, as one bar in parts. Titles are numbered; not all counts are 0."""

    titles: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def alternative(self) -> str:
        """Every title with its count."""
        pairs = zip(self.titles, self.counts, strict=True)
        return f"A bar in parts. {'; '.join(f'{title}: {count}' for title, count in pairs)}."

    @property
    def table(self) -> Table:
        """A row a title, with its count."""
        rows = tuple((title, str(count)) for title, count in zip(self.titles, self.counts, strict=True))
        return Table(
            (Column(0.8), Column(0.2, figures=True)), ("Stage", "How many"), rows, "How many are at each stage"
        )
