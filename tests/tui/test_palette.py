"""Every word can be read from the back of the room: contrast by the formula of WCAG 2.2."""

from itertools import combinations

import pytest
from textual.color import Color

from tui.palette import HALL, PALETTES, PAPER, Palette

LEAST = 7.0


def luminance(colour: Color) -> float:
    channels = (value / 255 for value in colour.rgb)
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_is_the_one_of_the_standard() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("tone", ["text", "quiet", "now", "done", "late"])
def test_every_tone_can_be_read_on_the_ground(palette: Palette, tone: str) -> None:
    assert contrast(getattr(palette, tone), palette.ground) >= LEAST


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("tone", ["text", "quiet", "now", "done", "late"])
def test_every_tone_can_be_read_on_a_panel(palette: Palette, tone: str) -> None:
    assert contrast(getattr(palette, tone), palette.panel) >= LEAST


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_text_can_be_read_on_one_circle_and_where_two_overlap(palette: Palette) -> None:
    for count in (1, 2):
        for circles in combinations(palette.circles, count):
            ground = palette.ground
            for circle in circles:
                ground = ground.blend(circle, palette.strength)
            assert contrast(palette.text, ground) >= LEAST, circles


def test_one_theme_is_for_the_dark_and_one_for_the_light() -> None:
    assert HALL.theme().dark
    assert not PAPER.theme().dark
