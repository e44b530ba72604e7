"""A poster or a report as it will look, in the terminal's own letters: a band with the title, and sections in columns.

The sections stand in the columns where paper has them (`activities.poster`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from activities.kinds.composition import Composition, CompositionResponse, Format
from activities.poster import COLUMNS, REPORT, in_columns, word_count
from tui.kinds.writing.wall import even

NARROWEST_COLUMN = 26
"""Cells of the narrowest column: below that a poster is shown in one."""

MARGIN = 3
SHAPE = 0.7
"""Rows of a sheet for each cell of its width: cells are twice as high as wide, and paper is 1.41 times."""


@dataclass(frozen=True)
class Shown:
    """A section as it stands on the page."""

    heading: str
    text: str


def shown_sections(activity: Composition, parts: dict[str, str]) -> tuple[str, list[Shown]]:
    """The title, and every other section that has something in it."""
    banner = activity.banner
    title = parts.get(banner.id, "") if banner else ""
    sections = [Shown(one.heading, parts[one.id]) for one in activity.body if parts.get(one.id)]
    return title.strip() or activity.title, sections


def parts_of(activity: Composition, response: CompositionResponse) -> dict[str, str]:
    """What stands in each section, where anything does."""
    return {one.id: text for one in activity.sections if (text := response.text(one.id))}


def page(activity: Composition, parts: dict[str, str], width: int) -> Content:
    """The whole work on so many cells, at least as high as its paper is."""
    title, sections = shown_sections(activity, parts)
    band = _band(title, width)
    body = _report(sections, width) if activity.format is Format.REPORT else _poster(sections, width)
    least = round(width * SHAPE) - len(band)
    filling = [Content("")] * max(least - len(body), 1)
    return Content("\n").join([*band, *(_on_paper(row, width) for row in [*body, *filling])])


def _on_paper(row: Content, width: int) -> Content:
    return row.pad_right(max(width - row.cell_length, 0)).stylize("on $panel")


def _band(title: str, width: int) -> list[Content]:
    rows = [Content(""), *Content(even(title)).wrap(max(width - 2 * MARGIN, 8)), Content("")]
    return [
        (Content(" " * MARGIN) + row.rstrip())
        .pad_right(max(width - MARGIN - row.rstrip().cell_length, 0))
        .stylize("bold $background on $now")
        for row in rows
    ]


def _poster(sections: Sequence[Shown], width: int) -> list[Content]:
    count = COLUMNS if width >= COLUMNS * NARROWEST_COLUMN + (COLUMNS + 1) * MARGIN and len(sections) > 1 else 1
    each = (width - (count + 1) * MARGIN) // count
    blocks = [_section(section, each) for section in sections]
    placed = in_columns([len(block) for block in blocks], count)
    stacks = [[row for number in column for row in blocks[number]] for column in placed]
    gap = Content(" " * MARGIN)
    return [Content(""), *(_side_by_side(rows, each, gap) for rows in zip_longest(*stacks, fillvalue=Content("")))]


def _side_by_side(rows: Sequence[Content], each: int, gap: Content) -> Content:
    line = Content("")
    for row in rows:
        line = line + gap + row.pad_right(max(each - row.cell_length, 0))
    return line


def _section(section: Shown, width: int) -> list[Content]:
    heading = [row.rstrip().stylize("bold $now") for row in Content(even(section.heading)).wrap(width)]
    text = [row.rstrip() for row in Content(even(section.text)).wrap(width)]
    return [*heading, *text, Content("")]


def _report(sections: Sequence[Shown], width: int) -> list[Content]:
    """One column, and a line where, about, a page ends."""
    inner = max(width - 2 * MARGIN, 8)
    rows: list[Content] = [Content("")]
    words, number = 0, 1
    for section in sections:
        for row in _section(section, inner):
            words += word_count(row.plain)
            rows.append(Content(" " * MARGIN) + row)
            if words >= REPORT.words * number:
                number += 1
                rows.append(Content.styled(f" page {number} ".center(width, "─"), "$quiet"))
    return rows
