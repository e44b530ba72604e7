"""The stages of a pathway: a line with a dot a stage, and marks on it."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import BLUE, LABEL, MM, QUIET, WHITE, Style
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, fitting, lettering, lines
from exports.pdf.text.setting import Setting
from exports.pictures.stages import Stages

_DOT = 2.6 * MM
_LITTLE = 1.9 * MM
_ROW_TOP = 5 * MM
_GAP = 2 * MM
_BELOW_DOTS = 1.5 * MM
_DESCRIPTOR = Style(11, 13)


@drawn.register
def _(picture: Stages, surface: Surface) -> Drawing:
    """The mark is a filled dot with a ring; an earlier mark is a square, and words say which is which."""
    each = surface.width / len(picture.titles)
    named = [f"{number}\u00a0{title}" for number, title in enumerate(picture.titles, start=1)]
    typed = [surface.read(name, "bold" if at == picture.mark else "regular") for at, name in enumerate(named, start=1)]
    style = fitting(typed, LABEL, each - _GAP)
    titles = [lines(text, style, each - _GAP) for text in typed]
    y = _ROW_TOP if picture.before is None else _ROW_TOP + style.leading
    sketch = Sketch(surface)
    sketch.line(each / 2, y, surface.width - each / 2, y, Stroke(QUIET, 1.2))
    for number, title in enumerate(titles, start=1):
        middle = (number - 0.5) * each
        own = _style(style, number, picture)
        _dot(sketch, picture, number, middle, y)
        _say_when(sketch, picture, number, middle, y, own)
        sketch.text(title, own, middle, y + _DOT + _BELOW_DOTS, "middle")
    below = y + _DOT + _BELOW_DOTS + max(len(title.lines) for title in titles) * style.leading
    return sketch.whole(_describe(sketch, picture.descriptors, each, below))


def _style(style: Style, number: int, picture: Stages) -> Style:
    return style._replace(weight="bold", colour=BLUE) if number == picture.mark else style


def _dot(sketch: Sketch, picture: Stages, number: int, middle: float, y: float) -> None:
    marked, earlier = number == picture.mark, number == picture.before
    stroke = Stroke(BLUE if marked else QUIET, 1.8 if marked or earlier else 1.2)
    if marked:
        sketch.ellipse(middle, y, _DOT, _DOT, stroke, WHITE)
        sketch.ellipse(middle, y, 1.6 * MM, 1.6 * MM, None, BLUE)
    elif earlier:
        sketch.box(middle - _LITTLE, y - _LITTLE, 2 * _LITTLE, 2 * _LITTLE, stroke, WHITE)
    else:
        sketch.ellipse(middle, y, _LITTLE, _LITTLE, stroke, WHITE)


def _say_when(sketch: Sketch, picture: Stages, number: int, middle: float, y: float, style: Style) -> None:
    marked, earlier = number == picture.mark, number == picture.before
    if picture.before is None or not (marked or earlier):
        return
    word = "before and now" if marked and earlier else "now" if marked else "before"
    setting = lines(sketch.surface.read(word, style.weight), style, sketch.surface.width)
    sketch.text(setting, style, middle, y - _DOT - 1 * MM - style.leading, "middle")


def _describe(sketch: Sketch, descriptors: Sequence[str], each: float, top: float) -> float:
    """The descriptors side by side; returns where they end."""
    typed = [sketch.surface.read(words) for words in descriptors]
    style = fitting(typed, _DESCRIPTOR, each - 1.5 * _GAP)
    settings: list[Setting] = [lines(text, style, each - 1.5 * _GAP) for text in typed]
    for number, setting in enumerate(settings):
        left, right = number * each + 0.75 * _GAP, (number + 1) * each - 0.75 * _GAP
        if setting.from_the_right:
            sketch.text(setting, style, right, top, "right")
        else:
            sketch.text(setting, style, left, top)
    return top + max((len(setting.lines) for setting in settings), default=0) * style.leading


@lettering.register
def _(picture: Stages) -> tuple[str, ...]:
    return (*picture.titles, *picture.descriptors)
