"""An activity that is done a second time takes what it does not say itself from the first: `again: starting-points`."""

from collections.abc import Callable
from functools import cache

from activities.workshop.marked_yaml import read_marked
from activities.workshop.node import Node
from activities.workshop.workshop import MOST_ACTIVITIES

OWN = frozenset({"id", "again", "covers", "from"})
"""What each of the two says for itself."""

Others = Callable[[str], str | None]
"""The text of another workshop by its id; None where there is none."""


def no_other(_: str) -> None:
    """For a workshop that stands alone."""


def take_over(root: Node, others: Others = no_other) -> None:
    """Give every activity that names an earlier one under `again` the keys that it does not have itself.

    What is named is left as it is, and so is who names nothing that is there: that is told as a mistake elsewhere.
    """
    content = root.content if isinstance(root.content, dict) else {}
    workshop = _text(content.get("id"))
    earlier: dict[str, Node] = {}
    elsewhere = cache(lambda name: _by_id(others(name)))
    for activity in _agenda(root):
        if not isinstance(activity.content, dict):
            continue
        source = _text(activity.content.get("again")).removeprefix(f"{workshop}/")
        name, slash, wanted = source.rpartition("/")
        first = (elsewhere(name) if slash else earlier).get(wanted)
        if first and isinstance(first.content, dict):
            further = {key: value for key, value in first.content.items() if key not in OWN}
            activity.content = {**further, **activity.content}
        earlier.setdefault(_text(activity.content.get("id")), activity)


def _by_id(text: str | None) -> dict[str, Node]:
    """The activities of another workshop. Mistakes in them are told at its own file: what they have stands in no line here."""
    root = read_marked(text)[0] if text is not None else None
    agenda = [one for one in _agenda(root) if isinstance(one.content, dict)]
    return {_text(one.content.get("id")): one for one in reversed(agenda) if isinstance(one.content, dict)}


def _agenda(root: Node | None) -> list[Node]:
    agenda = root.content.get("activities") if root and isinstance(root.content, dict) else None
    return agenda.content[:MOST_ACTIVITIES] if agenda and isinstance(agenda.content, list) else []


def _text(node: Node | None) -> str:
    return node.content if node and isinstance(node.content, str) else ""
