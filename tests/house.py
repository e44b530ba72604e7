"""The house in one picture, for docs/architecture.md: `python -m tests.house` draws it anew from the code.

Every folder of the program with its own first sentence, and the rooms it draws on.
"""

import ast
import re
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "architecture.md"
LAYERS = ("tui", "exports", "store", "activities")
BEGIN, END = "<!-- the house, drawn by `python -m tests.house` -->\n", "<!-- the end of the house -->\n"
WIDTH = 34


def drawn() -> str:
    """The house as text."""
    graph = grimp.build_graph(*LAYERS)
    lines: list[str] = []
    for layer in LAYERS:
        for package in sorted(path.parent for path in (ROOT / layer).rglob("__init__.py")):
            name = ".".join(package.relative_to(ROOT).parts)
            if name.startswith("exports.fonts"):
                continue
            depth = name.count(".")
            label = f"{'  ' * depth}{package.name}/"
            lines.append(f"{label:<{WIDTH}}{_sentence(package / '__init__.py')}".rstrip())
            if drawn_on := _drawn_on(graph, name):
                lines.append(f"{'':<{WIDTH}}→ {', '.join(drawn_on)}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _sentence(module: Path) -> str:
    """The first sentence of a module's docstring."""
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return said.split("\n", 1)[0]


def _drawn_on(graph: grimp.ImportGraph, package: str) -> list[str]:
    """The other rooms from which the modules that stand in this one import."""
    inside = [name for name in graph.modules if name == package or name.rpartition(".")[0] == package]
    rooms = {_room(graph, found) for name in inside for found in graph.find_modules_directly_imported_by(name)}
    return sorted(room for room in rooms if room != package and not package.startswith(f"{room}."))


def _room(graph: grimp.ImportGraph, module: str) -> str:
    """The folder that a module stands in; a folder stands for itself."""
    return module if graph.find_children(module) or "." not in module else module.rpartition(".")[0]


def main() -> None:
    """Put the drawing into the page."""
    page = PAGE.read_text(encoding="utf-8")
    fenced = f"{BEGIN}```\n{drawn()}```\n{END}"
    PAGE.write_text(re.sub(f"{BEGIN}.*{END}", lambda _: fenced, page, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
