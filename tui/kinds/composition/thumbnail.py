"""The page as a small picture that fills while one writes: lines stand for words, and what is too much lies outside."""

from collections.abc import Sequence

from textual.content import Content

from activities.kinds.composition import Composition, CompositionResponse, Format, Section
from activities.poster import COLUMNS, Fill, in_columns, word_count

ROWS = 20
"""Rows of a small poster under its band."""

LINE = "━"
PAGE_ROWS = 6
"""Lines of a small page of a report."""


def thumbnail(activity: Composition, response: CompositionResponse, here: str, width: int) -> Content:
    """The work as it fills its paper, the section in hand lit, with how full it is in words."""
    fill = activity.fill(response)
    draw = _report if activity.format is Format.REPORT else _poster
    said = Content.styled(fill.said, "bold $late" if fill.over else "bold")
    return Content("\n").join([*draw(activity, response, fill, here, width), Content(""), said])


def meter(fill: Fill) -> Content:
    """How full the paper is, in one line."""
    if fill.paper.most > 1:
        signs = "".join("▰" if fill.of_page(number) > 0 else "▱" for number in range(1, fill.paper.most + 1))
    else:
        filled = round(8 * fill.of_page(1))
        signs = "▰" * filled + "▱" * (8 - filled)
    return Content.assemble((signs, "$late" if fill.over else "$now"), "  ", fill.said)


def _poster(activity: Composition, response: CompositionResponse, fill: Fill, here: str, width: int) -> list[Content]:
    inner = width - 2
    each = (inner - 1) // COLUMNS - 1
    a_row = fill.paper.words / (COLUMNS * ROWS - 2 * len(activity.body))
    blocks = [_section(section, response, a_row, each, here) for section in activity.body]
    columns = in_columns([len(block) for block in blocks])
    stacks = [[row for number in column for row in blocks[number]] for column in columns]
    high = max(ROWS, *(len(stack) for stack in stacks))
    lines = [_edge("╭", "╮", inner), _band(activity, response, here, inner)]
    for number in range(high):
        row = Content(" ")
        for stack in stacks:
            row = row + (stack[number] if number < len(stack) else Content("")).pad_right(0)
            row = row.pad_right(max(0, (stacks.index(stack) + 1) * (each + 1) + 1 - row.cell_length))
        over = number >= ROWS
        if number == ROWS:
            lines.append(_edge("╰", "╯", inner))
        side = Content(" ") if over else Content.styled("│", "$quiet")
        body = row.pad_right(max(inner - row.cell_length, 0))
        lines.append(side + (body.stylize("$late") if over else body) + side)
    return lines if high > ROWS else [*lines, _edge("╰", "╯", inner)]


def _edge(left: str, right: str, inner: int) -> Content:
    return Content.styled(f"{left}{'─' * inner}{right}", "$quiet")


def _band(activity: Composition, response: CompositionResponse, here: str, inner: int) -> Content:
    """The title, in the colour that paper gives its band."""
    banner = activity.banner
    title = " ".join(response.text(banner.id).split()) if banner else activity.title
    lit = banner is not None and banner.id == here
    shown = (title or (banner.heading if banner else ""))[: inner - 2]
    body = Content(f" {shown}").pad_right(max(inner - 1 - Content(shown).cell_length, 0))
    side = Content.styled("│", "$quiet")
    return side + body.stylize("bold $background on $now" if lit or title else "$quiet on $panel") + side


def _section(section: Section, response: CompositionResponse, a_row: float, each: int, here: str) -> list[Content]:
    words = word_count(response.text(section.id))
    lit = section.id == here
    mark = "▸" if lit else ""
    heading = Content.styled(f"{mark}{section.heading}"[:each], "bold $now" if lit else "bold" if words else "$quiet")
    rows: list[Content] = []
    left = words / a_row
    while left > 0:
        rows.append(Content.styled(LINE * max(round(min(left, 1) * each), 1), "$now" if lit else "$quiet"))
        left -= 1
    return [heading, *(rows or [Content.styled("·" * (each // 2), "$quiet")]), Content("")]


def _report(activity: Composition, response: CompositionResponse, fill: Fill, here: str, width: int) -> list[Content]:
    """As many small pages as there are to be, and those that are too many, two in a row."""
    pages = range(1, max(fill.paper.most, fill.pages) + 1)
    drawn = [_small_page(number, fill, (width - 2) // 2) for number in pages]
    lines: list[Content] = []
    for at in range(0, len(drawn), 2):
        pair: Sequence[list[Content]] = drawn[at : at + 2]
        lines += [Content("  ").join(rows) for rows in zip(*pair, strict=True)]
    return lines


def _small_page(number: int, fill: Fill, width: int) -> list[Content]:
    inner = width - 2
    filled = fill.of_page(number) * PAGE_ROWS
    over = number > fill.paper.most
    edge = "$late" if over else "$quiet"
    rows = [Content.styled(f"╭{'─' * inner}╮", edge)]
    for row in range(PAGE_ROWS):
        part = min(max(filled - row, 0.0), 1.0)
        line = LINE * (max(round(part * (inner - 2)), 1) if part else 0)
        rows.append(
            Content.assemble(("│", edge), " ", (line.ljust(inner - 2), "$late" if over else "$now"), " ", ("│", edge))
        )
    may = "" if number <= fill.paper.least or over else " if you need it"
    foot = f" {number}{may} "
    return [*rows, Content.styled(f"╰{foot.center(inner, '─')}╯", edge)]
