"""Building a page as a tree. Text goes into it as text, and is escaped in one place: where the tree is written out."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from exports.document import Run, Runs
from exports.typed import lines_of, paragraphs

Attributes = Mapping[str, str]

AUTO: Attributes = {"dir": "auto"}
"""The text's own letters tell its direction."""


def tag(name: str, attributes: Attributes, *inside: Element | str) -> Element:
    """An element with what is inside it, text and elements in their order."""
    element = Element(name, dict(attributes))
    for part in inside:
        if isinstance(part, Element):
            element.append(part)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + part
        else:
            element.text = (element.text or "") + part
    return element


def broken(text: str) -> list[Element | str]:
    """The text with a break between its lines, for where no paragraphs can stand."""
    found: list[Element | str] = []
    for number, line in enumerate(paragraphs(text)):
        found += [tag("br", {}), line] if number else [line]
    return found


def passages(runs: Runs, attributes: Attributes = AUTO) -> list[Element]:
    """A paragraph a line, its stretches in their weights."""
    return [tag("p", attributes, *stretches(line)) for line in lines_of(runs)]


def stretches(line: Runs) -> list[Element | str]:
    """The runs of a line. The first tells the direction of the line; each of the others keeps its own to itself."""
    first, *rest = line
    return [_weighed(first), *(_to_itself(run) for run in rest)]


def _to_itself(run: Run) -> Element | str:
    """What has letters keeps their direction to itself; a sign between such stretches has none."""
    return tag("bdi", {}, _weighed(run)) if any(map(str.isalpha, run.text)) else _weighed(run)


def _weighed(run: Run) -> Element | str:
    return tag("strong", {}, run.text) if run.weight == "bold" else run.text
