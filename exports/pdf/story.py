"""A whole document as flowables, which Platypus lays out. All lengths are in points."""

from collections.abc import Iterable, Iterator

from reportlab.platypus import Flowable, PageBreak

from exports.document import Document
from exports.pdf import asides, figures
from exports.pdf.blocks import Place, flowables
from exports.pdf.furniture import Led, ShortRule, Together
from exports.pdf.paper import ASIDE, COLUMN, MM, SMALL, TITLE, WHOSE
from exports.pdf.paragraphs import Look, Setter
from exports.pdf.text import typed

__all__ = ["asides", "figures", "story"]  # the first two say what their blocks come to


def story(document: Document, setter: Setter, spared: int = 0) -> Iterator[Flowable]:
    """The whole document, a block at a time: its head, its blocks, and what could not be printed."""
    place = Place(setter, spared=spared)
    yield from _head(document, setter)
    yield from grouped(flowable for block in document.blocks for flowable in flowables(block, place))
    yield from _confession(setter)


def _head(document: Document, setter: Setter) -> list[Flowable]:
    lines = (
        (document.title, Look(TITLE, 3 * MM)),
        (document.where, Look(ASIDE, 1 * MM)),
        (document.whose, Look(WHOSE, 1.5 * MM)),
    )
    return [ShortRule(), *(each for words, look in lines for each in setter.paragraphs(words, look, COLUMN))]


def _confession(setter: Setter) -> list[Flowable]:
    return setter.paragraphs(told, Look(SMALL, 6 * MM), COLUMN) if (told := confession(setter.missing)) else []


def confession(missing: int) -> str:
    """The line that says how many characters could not be printed; nothing where all could."""
    if not missing:
        return ""
    one = "1 character could not be printed. It stands"
    words = one if missing == 1 else f"{missing:,} characters could not be printed. Each stands"
    return f"{words} as {typed.MISSING} above: these pages have no letter for it."


def grouped(ones: Iterable[Flowable]) -> Iterator[Flowable]:
    """Those that lead together with what follows them."""
    leads: list[Flowable] = []
    for flowable in ones:
        if getattr(flowable, "leads", False):
            leads.append(flowable)
        elif not leads or isinstance(flowable, PageBreak):
            yield from leads
            yield flowable
            leads = []
        elif isinstance(flowable, Together):
            yield Together([*leads, *flowable.whole])
            leads = []
        else:
            yield Led([*leads, flowable])
            leads = []
    yield from leads
