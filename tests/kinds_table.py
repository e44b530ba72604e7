"""What each kind of activity has, for docs/kinds.md: `python -m tests.kinds_table` looks everything up and writes it anew.

A cell is a link to the function that is registered for the kind, or what was found among the tests and their snapshots.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from activities.kinds.activity import Activity, blank, in_words, summarise
from activities.kinds.registry import kinds, load_kind
from activities.reveal import steps
from exports.kinds.sections import own_section, room_section
from tests.every_kind.the_room import every_kind
from tests.five_activities import five_activities
from tests.tui.kinds.test_every_reveal import KINDS, SCREENS
from tui.kinds import glance, picture, turn
from tui.palette import PALETTES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "kinds.md"
PICTURES = PAGE.parent / "pictures" / "kinds"
TESTS = ROOT / "tests"
SIZES = {994: "80×24", 1482: "120×40", 2458: "200×60"}
"""The terminals of snapshots by their widths as drawings, in pixels."""

THERE, MISSING, NOT_ASKED = "✓", "**–**", "·"
COLUMNS = (
    "turn",
    "reveal",
    "picture",
    "glance",
    "handout",
    "room sheet",
    "blank",
    "JSON",
    "words",
    "help",
    "property tests",
)
INTRODUCTION = """\
# The kinds of activity

What each kind has, looked up in the code and in the tests by `python -m tests.kinds_table`; nothing here is written by
hand. A tick leads to the module that does it for the kind. “·” stands where there is nothing to do: nobody answers a
brief or a pause. “property tests” counts the tests of its rules that draw what people might do. Every kind is also done
twice by thirty people, and its answers are saved at terminals that are killed, in
[tests/every_kind](../tests/every_kind).
"""
LOOKS = """
## Sizes and themes

The themes in which a test holds the turn, and the reveal, against a kept picture; and at how many sizes every step of
the reveal is laid out, and must be read from the back row.
"""
FONTS = re.compile(r"\s*@font-face \{.*?\n    \}", re.DOTALL)


@dataclass(frozen=True)
class Snapshot:
    """A picture that a test holds the screen against: at which size, and in which theme."""

    path: Path
    size: str
    theme: str


def of_kind(kind: str) -> Activity:
    """The first activity of this kind in the workshop that has every kind."""
    return next(activity for activity in _every_kind().activities if activity.kind == kind)


_every_kind = cache(every_kind)


def registered_for(function: Any, package: str, activity: Activity) -> Callable[..., Any] | None:
    """What is registered for the activity's kind in this layer; None where nothing is."""
    load_kind(package, activity)
    found: Callable[..., Any] = function.dispatch(type(activity))
    return None if found is function.dispatch(object) else found


def _link(found: Callable[..., Any] | None, there: object = True) -> str:
    if found is None or not there:
        return MISSING
    path = found.__module__.replace(".", "/")
    return f"[{THERE}](../{path}{'' if (ROOT / path).is_dir() else '.py'})"


def cells(kind: str) -> dict[str, str]:
    """What was found for a kind, by column."""
    activity = of_kind(kind)
    section = registered_for(own_section, "exports.kinds", activity)
    found = {
        "reveal": _link(registered_for(steps, "activities.reveal", activity)),
        "picture": _link(registered_for(picture, "tui.kinds", activity) and type(picture(activity))),
        "glance": _link(registered_for(glance, "tui.kinds", activity)),
        "handout": _link(section),
        "room sheet": _link(registered_for(room_section, "exports.kinds", activity)),
        "blank": _link(section, section and section(activity, {})),
    }
    if not activity.can_be_revealed:
        found |= dict.fromkeys(("handout", "room sheet", "blank"), NOT_ASKED)
    if not activity.answered:
        return found | dict.fromkeys(("turn", "JSON", "words", "help", "property tests"), NOT_ASKED)
    summary = registered_for(summarise, "activities.kinds", activity)
    tests = sum(1 for _ in property_tests(kind))
    there = turn(activity, blank(activity), {})
    return found | {
        "turn": _link(type(there)),
        "JSON": _link(summary, summary and f'"kind":"{kind}"' in summary(activity, ()).model_dump_json()),
        "words": _link(registered_for(in_words, "activities.kinds", activity)),
        "help": THERE if there.HELP.strip() else MISSING,
        "property tests": str(tests) if tests else MISSING,
    }


def property_tests(kind: str) -> Iterator[str]:
    """The tests of rules that draw what people might do, in every module that knows this kind by its own name."""
    for path in sorted((TESTS / "activities" / "kinds").glob("test_*.py")):
        tree = _parsed(path)
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        if imported & {f"activities.kinds.{kind}", f"activities.kinds.{kind}_response"}:
            yield from (
                node.name
                for node in ast.walk(tree)
                if isinstance(node, ast.FunctionDef) and any(map(_draws, node.decorator_list))
            )


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _draws(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "given"


@cache
def snapshots(kind: str) -> tuple[Snapshot, ...]:
    """Every picture of a kind that a test holds the screen against: its own tests', and those of every screen."""
    own = TESTS / "tui" / "kinds"
    paths = [*own.glob(f"__snapshots__/test_{kind}/*.svg"), *own.glob(f"{kind}/__snapshots__/*/*.svg")]
    screens = re.compile(rf"\[(turn|room) ({'|'.join(_called(kind))})-")
    paths += [
        path for path in (TESTS / "tui" / "__snapshots__" / "test_every_screen").iterdir() if screens.search(path.name)
    ]
    return tuple(_seen(path) for path in sorted(paths))


def _called(kind: str) -> list[str]:
    """What a kind goes by among the screens: its own name, and those of its activities on those screens."""
    shown = five_activities().activities
    return [kind.replace("_", " "), *(re.escape(one.id) for one in shown if one.kind == kind)]


def _seen(path: Path) -> Snapshot:
    drawing = path.read_text(encoding="utf-8")
    width = re.search(r'viewBox="0 0 (\d+)', drawing)
    grounds = {name: drawing.count(f'<rect fill="{palette.ground.hex.lower()}"') for name, palette in PALETTES.items()}
    return Snapshot(path, SIZES[int(width[1])] if width else "", max(grounds, key=grounds.__getitem__))


def _are_turns(found: tuple[Snapshot, ...], turns: bool) -> list[Snapshot]:
    return [one for one in found if ("turn" in one.path.name) is turns]


def _looks(kind: str) -> list[str]:
    """The themes in which a picture is kept, of the turn and of the reveal at each size; how often each step is laid out."""
    turns, reveals = _are_turns(snapshots(kind), turns=True), _are_turns(snapshots(kind), turns=False)
    themes = [
        ", ".join(sorted({one.theme for one in of if one.size == size})) or MISSING
        for of in (turns, reveals)
        for size in SIZES.values()
    ]
    if not of_kind(kind).answered:
        themes[: len(SIZES)] = [NOT_ASKED] * len(SIZES)
    return [*themes, str(len(SCREENS)) if kind in KINDS else NOT_ASKED]


def face(kind: str) -> Snapshot | None:
    """The picture that stands for a kind: of its turn where it has one, on the smallest screen, the plainest there is."""
    found = snapshots(kind)
    sizes = list(SIZES.values())
    return min(
        _are_turns(found, turns=True) or list(found),
        key=lambda one: (sizes.index(one.size), one.path.stat().st_size),
        default=None,
    )


def drawn(snapshot: Snapshot) -> str:
    """The picture as it is kept among the pages: without letters that a browser would fetch from elsewhere."""
    return FONTS.sub("", snapshot.path.read_text(encoding="utf-8"))


def pictures() -> dict[str, str]:
    """The picture of each kind, by the kind's name."""
    return {kind: drawn(seen) for kind in sorted(kinds()) if (seen := face(kind))}


def page() -> str:
    """The whole page."""
    found = {kind: cells(kind) for kind in sorted(kinds())}
    rows = [[f"[{kind}](#{kind})", *(found[kind][column] for column in COLUMNS)] for kind in found]
    looks = [[kind, *_looks(kind)] for kind in found]
    heads = [f"{what}, {size}" for what in ("turn", "reveal") for size in SIZES.values()]
    faces = [f"### {kind}\n\n{_about(kind)}\n\n![{kind}](pictures/kinds/{kind}.svg)" for kind in pictures()]
    parts = [
        INTRODUCTION,
        _table(["kind", *COLUMNS], rows),
        LOOKS,
        _table(["kind", *heads, "every step, sizes"], looks),
        "\n## A look at each\n",
        "\n\n".join(faces),
    ]
    return "\n".join(parts) + "\n"


def _about(kind: str) -> str:
    """What the kind's definition says of itself first."""
    return (kinds()[kind].__doc__ or "").strip().split("\n\n", 1)[0].replace("\n    ", " ")


def _table(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows))


def main() -> None:
    """Write the page and its pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for kind, drawing in pictures().items():
        (PICTURES / f"{kind}.svg").write_text(drawing, encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
