"""YAML with the line of every key and entry, read so that no file can hang, swell or run anything.

Only what a workshop file needs is read: one document of mappings, lists and text. Every scalar stays the text that
was typed (`007`, `1.10`, `no` and `2026-11-22` included); nothing at all, `~` and `null` are None. Anchors, aliases,
tags and second documents are mistakes. The parser's events are put together here, without recursion, so depth costs
nothing, and ruamel.yaml is imported only when a file is read.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from activities.typed import quoted
from activities.workshop.mistakes import Mistake
from activities.workshop.node import Node
from activities.workshop.yaml_syntax import syntax_mistakes

if TYPE_CHECKING:
    from ruamel.yaml.events import Event, NodeEvent

DEEPEST = 20
"""How many mappings and lists may stand inside one another; a workshop needs seven."""

LARGEST = 250_000
"""The longest text that is read, in characters; the longest built-in workshop has some 30,000."""

MOST_VALUES = 10_000
"""How many texts, lists and mappings are read, keys among them; the largest built-in workshop has some 800.

Reading takes some 50 µs for each of these and 1.5 µs for each character, so a file at both limits takes under a second.
"""

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that cannot be seen and would upset a screen or a page: all controls but tab and new line, and those that
turn the direction of what follows them."""

NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class _Growing:
    """A mapping or list whose end has not come yet; `key` is the key that waits for its value, with its line."""

    node: Node
    key: tuple[str | None, int] | None = None


@dataclass(slots=True)
class _Reader:
    """Puts a document together from its events, and collects what is wrong with it."""

    root: Node | None = None
    mistakes: list[Mistake] = field(default_factory=list)
    open: list[_Growing] = field(default_factory=list)
    documents: int = 0
    values: int = 0

    def wrong(self, line: int, text: str) -> None:
        self.mistakes.append(Mistake(line, text))

    def take(self, event: "Event") -> bool:
        """Take one event in; False once there is no sense in going on."""
        from ruamel.yaml import events

        line = event.start_mark.line + 1
        self.values += isinstance(event, events.NodeEvent)
        if self.values > MOST_VALUES:
            self.wrong(line, f"more than {MOST_VALUES:,} keys and values: no workshop needs that many")
            return False
        if isinstance(event, events.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.wrong(line, "a second document begins here (‘---’): keep one workshop a file")
                return False
        elif isinstance(event, events.AliasEvent):
            shown = quoted(f"*{event.anchor}")
            self.wrong(line, f"{shown} repeats another part, which is not allowed here: write it out, or use quotes")
            self._put(Node(None, line, line, spoiled=True))
        elif isinstance(event, events.NodeEvent):
            return self._begin(event, line)
        elif isinstance(event, events.CollectionEndEvent):
            self._put(self.open.pop().node)
        return True

    def _begin(self, event: "NodeEvent", line: int) -> bool:
        from ruamel.yaml import events

        if event.anchor is not None:
            shown = quoted(f"&{event.anchor}")
            self.wrong(line, f"{shown} names a part to repeat it, which is not allowed here: take it out")
        tag = getattr(event, "tag", None)
        spoiled = tag is not None
        if spoiled:
            shown = quoted(str(tag).replace("tag:yaml.org,2002:", "!!"))
            self.wrong(line, f"the tag {shown} is not allowed here: take it out, or put the text in quotes")
        if isinstance(event, events.ScalarEvent):
            empty = event.style is None and event.value in NOTHING
            if UNSEEN.search(event.value):
                self.wrong(line, "the text has a character that cannot be seen: take out the ‘\\’ and type it again")
                spoiled = True
            self._put(Node(None if empty else event.value, line, line, spoiled))
            return True
        if len(self.open) >= DEEPEST:
            self.wrong(line, f"more than {DEEPEST} lists stand inside one another: is a bracket not closed?")
            return False
        node = Node({}, line, line, spoiled)
        if isinstance(event, events.SequenceStartEvent):
            node.content = []
        self.open.append(_Growing(node))
        return True

    def _put(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        growing = self.open[-1]
        content = growing.node.content
        if isinstance(content, list):
            content.append(node)
        elif isinstance(content, dict):
            if growing.key is None:
                growing.key = (self._as_key(node), node.begins)
                return
            key, node.line = growing.key
            growing.key = None
            if key is None:
                return
            if key in content:
                self.wrong(node.line, f"{quoted(key)} is given again (first on line {content[key].line}): take one out")
                return
            content[key] = node

    def _as_key(self, node: Node) -> str | None:
        if isinstance(node.content, str):
            return node.content
        if not node.spoiled:
            what = "there is no word before the colon" if node.content is None else "a key must be a word, not a list"
            self.wrong(node.begins, f"{what}: write ‘key: value’, or put the text in quotes")
        return None


def read_marked(text: str) -> tuple[Node | None, list[Mistake]]:
    """The one document of a file and the mistakes in its YAML; no document where it could not be read to its end."""
    if len(text) > LARGEST:
        return None, [Mistake(1, f"the file has more than {LARGEST:,} characters: no workshop needs that many")]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if unseen := [number for number, line in enumerate(text.split("\n"), start=1) if UNSEEN.search(line)]:
        return None, [
            Mistake(number, "the line has a character that cannot be seen: type the line again") for number in unseen
        ]
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    reader = _Reader()
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            if not reader.take(event):
                return None, reader.mistakes
    except YAMLError as error:
        return None, reader.mistakes + syntax_mistakes(error, text)
    except (ValueError, OverflowError):
        # The scanner makes characters of escapes such as "\UFFFFFFFF" without asking whether there is such a one.
        return None, [
            *reader.mistakes,
            Mistake(1, "a ‘\\U’ in double quotes stands for no character: use quotes like '"),
        ]
    if reader.root is None:
        return None, [*reader.mistakes, Mistake(1, "the file is empty: begin with ‘id:’, ‘title:’ and ‘summary:’")]
    return reader.root, reader.mistakes
