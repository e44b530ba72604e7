"""An activity that is done a second time takes what it does not say itself from the first: `again: starting-points`."""

from activities.workshop.node import Node
from activities.workshop.workshop import MOST_ACTIVITIES

OWN = frozenset({"id", "again", "covers", "from"})
"""What each of the two says for itself."""


def take_over(root: Node) -> None:
    """Give every activity that names one before it under `again` the keys that it does not have itself.

    What is named is left as it is, and so is who names nothing that comes before: that is told as a mistake elsewhere.
    """
    content = root.content if isinstance(root.content, dict) else {}
    agenda = content.get("activities")
    earlier: dict[str, Node] = {}
    entries = agenda.content if agenda and isinstance(agenda.content, list) else []
    for activity in entries[:MOST_ACTIVITIES]:
        if not isinstance(activity.content, dict):
            continue
        first = earlier.get(_text(activity.content.get("again")).removeprefix(f"{_text(content.get('id'))}/"))
        if first and isinstance(first.content, dict):
            further = {key: value for key, value in first.content.items() if key not in OWN}
            activity.content = {**further, **activity.content}
        earlier.setdefault(_text(activity.content.get("id")), activity)


def _text(node: Node | None) -> str:
    return node.content if node and isinstance(node.content, str) else ""
