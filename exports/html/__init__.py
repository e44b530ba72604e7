"""One self-contained page of HTML: for screen readers, telephones, browsers and their printers. It needs no internet."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, tostring

from exports.document import Document
from exports.fonts import WebFontName, web_font
from exports.html.blocks import body
from exports.html.page import Page
from exports.html.tree import tag
from exports.typed import one_line

_WEIGHTS: dict[WebFontName, int] = {"AtkinsonHyperlegibleNext-Regular": 400, "AtkinsonHyperlegibleNext-Bold": 700}


def write(document: Document, file: BinaryIO) -> None:
    """Write the document as HTML in UTF-8. Raises TypeError for a block that this format does not know."""
    write_together([document], file)


def write_together(documents: Sequence[Document], file: BinaryIO, *, fonts: Path | None = None) -> None:
    """Write documents into one page, at least one; each begins a new page, with its own foot, where it is printed.

    `fonts` is a folder of TrueType fonts by which pictures measure scripts that the vendored ones lack.
    """
    first = documents[0]
    title = first.name if len(documents) == 1 else first.title
    page = tag(
        "html", {"lang": first.language}, _head(documents, title), tag("body", {}, *body(documents, Page(fonts=fonts)))
    )
    file.write(b"<!DOCTYPE html>\n")
    file.write(tostring(page, encoding="unicode", method="html").encode())
    file.write(b"\n")


def _head(documents: Sequence[Document], title: str) -> Element:
    style = _letters() + files("exports.html").joinpath("page.css").read_text(encoding="utf-8") + _feet(documents)
    return tag(
        "head",
        {},
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "color-scheme", "content": "light"}),
        tag("meta", {"name": "dcterms.created", "content": max(each.made for each in documents).isoformat()}),
        tag("title", {}, one_line(title)),
        tag("style", {}, style),
    )


@cache
def _letters() -> str:
    """The letters that the pictures are measured in, inside the page, so that it looks the same without internet."""
    return "".join(
        f"@font-face {{ font-family: 'Atkinson Hyperlegible Next'; font-weight: {weight}; "
        f"src: url(data:font/woff2;base64,{b64encode(web_font(name)).decode()}) format('woff2'); }}\n"
        for name, weight in _WEIGHTS.items()
    )


def _feet(documents: Sequence[Document]) -> str:
    """What stands at the foot of every printed page: of one document with how many pages there are, of each of several."""
    if len(documents) == 1:
        pages = '@bottom-right { content: counter(page) " of " counter(pages); }'
        return f"@page {{ @bottom-left {{ content: {_spelt(documents[0].foot)}; }} {pages} }}\n"
    return "".join(
        f"@page part-{number} {{ @bottom-left {{ content: {_spelt(document.foot)}; }} }}\n"
        f"article:nth-of-type({number}) {{ page: part-{number}; }}\n"
        for number, document in enumerate(documents, start=1)
    )


def _spelt(text: str) -> str:
    """A text for a style sheet. Each character is written by its number, so that none can end the string."""
    return '"' + "".join(f"\\{ord(character):06x}" for character in one_line(text)) + '"'
