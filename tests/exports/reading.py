"""Reading finished files of every format: what somebody who opens them can read."""

from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO

import pypdfium2
import zxingcpp
from markdown_it import MarkdownIt
from markdown_it.token import Token

from exports.document import Block, Document
from exports.formats import FORMATS
from tests.exports.samples import document

VOID = {"meta", "col", "br", "hr"}
"""Elements of HTML that hold nothing and are not closed."""


class Page(HTMLParser):
    """A page of HTML taken apart: its elements, and what can be read on it. It complains of what is not closed."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = source
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[str] = []
        self.style = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)
        self.pieces.append(" " if tag in ("p", "br", "td", "th", "li", "dd", "dt", "div", "title", "desc") else "")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self.pieces.append(" " if tag in ("p", "td", "th", "li", "dd", "dt", "div", "h1", "h2", "h3", "h4") else "")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self.style += data
        else:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of a name."""
        return [attributes for name, attributes in self.elements if name == tag]


def html(blocks: tuple[Block, ...], **about: str) -> Page:
    """The blocks on a page of HTML."""
    return Page(FORMATS["html"].composed(document(blocks, **about)).tobytes().decode())


def markdown(blocks: tuple[Block, ...], **about: str) -> str:
    """The blocks as Markdown."""
    return FORMATS["md"].composed(document(blocks, **about)).tobytes().decode()


def shown(source: str) -> str:
    """What a reader of Markdown shows, its pieces parted by line ends."""
    return "\n".join(_texts(MarkdownIt("commonmark").enable("table").parse(source)))


def _texts(tokens: list[Token]) -> list[str]:
    return ["".join(_inline(token)) for token in tokens if token.type == "inline"]


def _inline(token: Token) -> list[str]:
    assert all(one.type in ("text", "text_special", "strong_open", "strong_close") for one in token.children or []), (
        token
    )
    return [one.content for one in token.children or []]


def read_pdf(made: bytes) -> str:
    """The text of a PDF, and what a phone reads in its QR codes."""
    found = []
    for page in pypdfium2.PdfDocument(BytesIO(made)):
        found.append(page.get_textpage().get_text_range())
        found += [code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]
    return "\n".join(found)


READ: dict[str, Callable[[bytes], str]] = {
    "pdf": read_pdf,
    "html": lambda made: Page(made.decode()).text,
    "md": lambda made: shown(made.decode()),
}
"""How each format is read."""


def read(whole: Document, word: str) -> str:
    """What can be read of a document in the format of this word."""
    return READ[word](FORMATS[word].composed(whole).tobytes())
