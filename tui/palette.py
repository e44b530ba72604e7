"""The two themes, named for the room they are for, and their colours for what is drawn by hand."""

from dataclasses import dataclass

from textual.app import App
from textual.color import Color
from textual.theme import Theme


@dataclass(frozen=True)
class Palette:
    """The colours of a theme. `now` is the one thing to do, `done` what is in, `late` what is late or contested.

    Every one keeps a contrast of 7:1 or more on `ground` (WCAG 2.2). `circles` are blended over the ground at
    `strength` (0–1), and `text` keeps 7:1 on any blend of two of them.
    """

    name: str
    dark: bool
    ground: Color
    panel: Color
    text: Color
    quiet: Color
    now: Color
    done: Color
    late: Color
    circles: tuple[Color, Color, Color]
    strength: float

    def theme(self) -> Theme:
        """The palette as Textual wants it; style sheets use `$quiet`, `$now`, `$done`, `$late` beside its own names."""
        return Theme(
            name=self.name,
            dark=self.dark,
            primary=self.now.hex,
            secondary=self.done.hex,
            accent=self.now.hex,
            warning=self.late.hex,
            error=self.late.hex,
            success=self.done.hex,
            foreground=self.text.hex,
            background=self.ground.hex,
            surface=self.ground.hex,
            panel=self.panel.hex,
            variables={
                "quiet": self.quiet.hex,
                "now": self.now.hex,
                "done": self.done.hex,
                "late": self.late.hex,
                "foreground-muted": self.quiet.hex,
                "footer-background": self.panel.hex,
                "footer-foreground": self.quiet.hex,
                "footer-key-foreground": self.now.hex,
                "footer-key-background": self.panel.hex,
                "footer-description-foreground": self.text.hex,
                "footer-description-background": self.panel.hex,
                "footer-item-background": self.panel.hex,
                "border": self.quiet.hex,
                "border-blurred": self.quiet.hex,
                "input-cursor-background": self.now.hex,
                "input-cursor-foreground": self.ground.hex,
                "input-selection-background": f"{self.now.hex} 30%",
                "block-cursor-background": self.now.hex,
                "block-cursor-foreground": self.ground.hex,
                "block-cursor-text-style": "bold",
                "block-cursor-blurred-background": self.panel.hex,
                "block-cursor-blurred-foreground": self.text.hex,
                "block-cursor-blurred-text-style": "none",
                "button-focus-text-style": "bold",
                "scrollbar": self.quiet.hex,
                "scrollbar-background": self.panel.hex,
                "scrollbar-corner-color": self.panel.hex,
            },
        )


def _colours(*values: str) -> list[Color]:
    return [Color.parse(value) for value in values]


def _palette(name: str, *, dark: bool, strength: float, main: str, circles: str) -> Palette:
    ground, panel, text, quiet, now, done, late = _colours(*main.split())
    first, second, third = _colours(*circles.split())
    return Palette(name, dark, ground, panel, text, quiet, now, done, late, (first, second, third), strength)


HALL = _palette(
    "hall",
    dark=True,
    strength=0.32,
    main="#11161c #1a212a #f4f1e8 #a9b4bf #ffc857 #7fe0a7 #ff9b85",
    circles="#1f7ad1 #c9761a #159a6b",
)
"""For a dark hall and a projector."""

PAPER = _palette(
    "paper",
    dark=False,
    strength=0.42,
    main="#fbf8f1 #f1ece0 #16181d #444a53 #1a4a9c #115634 #8f2610",
    circles="#6db1ff #ffb454 #5fd6a4",
)
"""For a bright room."""

PALETTES = {palette.name: palette for palette in (HALL, PAPER)}


def palette_of(app: App[object]) -> Palette:
    """The palette of the theme the app wears."""
    return PALETTES.get(app.theme, HALL)
