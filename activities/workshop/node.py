"""What a file says, with the line of every part of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""What a file says, without lines."""


@dataclass(slots=True)
class Node:
    """A value and the lines (from 1) where its key or dash stands and where it begins itself.

    `spoiled` marks a value that a mistake has been reported for, and that tells nothing more.
    """

    content: "str | list[Node] | dict[str, Node] | None"
    begins: int
    line: int
    spoiled: bool = False

    def plain(self) -> Plain:
        """The value without lines."""
        if isinstance(self.content, list):
            return [entry.plain() for entry in self.content]
        if isinstance(self.content, dict):
            return {key: value.plain() for key, value in self.content.items()}
        return self.content

    def along(self, path: Sequence[str | int]) -> "list[Node]":
        """This node and those on the path from it, as far as the path goes."""
        nodes = [self]
        for step in path:
            content = nodes[-1].content
            if isinstance(content, dict) and isinstance(step, str):
                found = content.get(step)
            else:
                found = content[step] if isinstance(content, list) and isinstance(step, int) else None
            if found is None:
                break
            nodes.append(found)
        return nodes

    def everywhere(self, path: tuple[str | int, ...] = ()) -> "Iterator[tuple[tuple[str | int, ...], Node]]":
        """This node and all below it, each with its path."""
        yield path, self
        if isinstance(self.content, list):
            for index, entry in enumerate(self.content):
                yield from entry.everywhere((*path, index))
        elif isinstance(self.content, dict):
            for key, value in self.content.items():
                yield from value.everywhere((*path, key))
