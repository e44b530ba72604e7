"""Putting a poster or a report together: what flowed in is kept, changed or struck out, and the page fills beside it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from activities.kinds.activity import Response, progress
from activities.kinds.composition import (
    WHOLE,
    Composition,
    CompositionResponse,
    CompositionSummary,
    flowed,
)
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.composition.page import page, parts_of
from tui.kinds.composition.picture import Gallery
from tui.kinds.composition.section import Origin, SectionFields
from tui.kinds.composition.thumbnail import meter, thumbnail
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.turn import WritingTurn, still_empty
from tui.widgets.counts import Count, glanced
from tui.widgets.scrolled import Scrolled

BESIDE = 40
"""Cells of the small page beside the writing."""

WIDEST_PAGE = 110
"""Cells of the widest page that is easy to read."""


class CompositionTurn(WritingTurn, inherit_bindings=False):
    """Every section with what flowed into it and room to write, and the page as it fills."""

    NARROW = 112

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next", id="composition.next"),
        Binding("shift+tab", "app.focus_previous", "Text before", show=False, id="composition.back"),
        Binding("ctrl+r", "strike", "Strike out", id="composition.strike"),
        Binding("pagedown,ctrl+down", "section(1)", "Section", key_display="pgdn", id="composition.on"),
        Binding("pageup,ctrl+up", "section(-1)", "Section before", show=False, id="composition.before"),
        Binding("f5", "page", "Page", key_display="F5", id="composition.page"),
        Binding("escape", "write", "Write", id="composition.write"),
        *WritingTurn.BINDINGS,
    ]

    HELP = """
What you did before stands in each section already. Keep it, change it, or strike it out. What you wrote elsewhere
stays there as it was.

- `Tab` goes to the next text, `Shift+Tab` to the one before. `PgDn` and `PgUp` go section by section.
- `Ctrl+R` strikes out the text in hand, or puts it back. A click on the line over it does, too.
- `F5` shows the page as it will look, and the writing again. `Esc` goes back to the writing.
- `Ctrl+Z` takes the last step back. `Ctrl+Y` does it again.
- `Ctrl+S` hands in.
"""

    DEFAULT_CSS = """
    CompositionTurn {
        layout: horizontal;
        & #writing { width: 1fr; }
        & #sections { height: 1fr; padding: 1 3 0 3; align-horizontal: center; scrollbar-size-vertical: 1; }
        & #sections > * { max-width: 92; }
        & #fill { height: 1; padding: 0 3; color: $quiet; text-align: right; display: none; }
        & #beside { width: 46; padding: 1 2; border-left: solid $panel; height: 1fr; scrollbar-size-vertical: 1; }
        & #small { height: auto; }
        & #whole { display: none; width: 1fr; padding: 1 2; align-horizontal: center; scrollbar-size-vertical: 1; }
        & #paper { width: auto; height: auto; }
        &.-narrow #sections { padding: 0 2; }
        &.-narrow #beside { display: none; }
        &.-narrow #fill { display: block; }
        &.-page #writing { display: none; }
        &.-page #beside { display: none; }
        &.-page #whole { display: block; }
    }
    """

    def __init__(self, activity: Composition, response: CompositionResponse, offers: Offers) -> None:
        """Go on with the work so far, and with what earlier activities hold now."""
        super().__init__(activity, flowed(activity, response, offers))
        self._activity = activity
        self._flowed = self.response != response
        self._said: dict[str, Content] = {}
        self._back_to: WritingArea | None = None

    @property
    def response(self) -> CompositionResponse:
        """The work as it stands."""
        found = super().response
        assert isinstance(found, CompositionResponse)
        return found

    @property
    def field_in_hand(self) -> str | None:
        """A work is offered as a whole."""
        return WHOLE

    def compose(self) -> ComposeResult:
        """The sections, the small page beside them, and the page for when it is asked for."""
        with Vertical(id="writing"):
            yield Static(id="fill", markup=False)
            with Scrolled(id="sections"):
                for section in self._activity.sections:
                    yield SectionFields(section, self.response)
        with VerticalScroll(id="beside", can_focus=False):
            yield Static(id="small", markup=False)
        with VerticalScroll(id="whole"):
            yield Static(id="paper", markup=False)

    def on_mount(self) -> None:
        """What flowed in is kept from the beginning: it counts as it stands there."""
        self.redraw()
        self.focus()
        if self._flowed:
            self.call_after_refresh(lambda: self.keep(self.response))

    # Writing

    def written(self, place: str) -> str:
        """What stands at a place."""
        return self.response.at(place)

    def writing(self, place: str, text: str) -> Response:
        """The work with this at a place."""
        return self.response.write(place, text)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The first place at which the two differ."""
        assert isinstance(before, CompositionResponse)
        assert isinstance(after, CompositionResponse)
        for place in (area.place for area in self._areas):
            section, _, number = place.partition("/")
            if before.at(place) != after.at(place):
                return place
            if number and before.of(section)[int(number)].struck != after.of(section)[int(number)].struck:
                return place
        return None

    @property
    def _areas(self) -> list[WritingArea]:
        return list(self.query(WritingArea))

    def first_place(self) -> WritingArea:
        """The first text of the first section that is empty; of the first of all where none is."""
        areas = self._areas
        empty = {one.id for one in self._activity.sections if not self.response.text(one.id)}
        return next((area for area in areas if area.place in empty), areas[0])

    def go_to(self, place: str) -> None:
        """Go on with what stands at a place."""
        self._show_writing()
        next(area for area in self._areas if area.place == place).focus()

    def unfinished(self) -> str | None:
        """How many sections are empty, or how much too much there is."""
        empty = still_empty(progress(self._activity, self.response), "section is empty", "sections are empty")
        fill = self._activity.fill(self.response)
        return empty or (f"This is {fill.said}." if fill.over else None)

    # Drawing

    def redraw(self) -> None:
        """Show the work as it stands."""
        for fields in self.query(SectionFields):
            fields.show(self.response)
        self._draw_page()

    def _draw_page(self) -> None:
        fill = self._activity.fill(self.response)
        self._say("#fill", meter(fill))
        self._say("#small", thumbnail(self._activity, self.response, self._here, BESIDE))
        if self.has_class("-page"):
            width = min(self.size.width - 6, WIDEST_PAGE)
            self._say("#paper", page(self._activity, parts_of(self._activity, self.response), width))

    def _say(self, where: str, words: Content) -> None:
        """What has not changed is not drawn again."""
        if self._said.get(where) != words:
            self._said[where] = words
            self.query_one(where, Static).update(words)

    @property
    def _here(self) -> str:
        focused = self.screen.focused
        place = focused.place if isinstance(focused, WritingArea) else self._activity.sections[0].id
        return place.partition("/")[0]

    def on_descendant_focus(self) -> None:
        """The section in hand is lit on the small page, and seen from its heading down where its first text is in hand."""
        self._draw_page()
        self.refresh_bindings()
        fields = self._fields(self._here)
        if self.screen.focused is fields.areas[0]:
            self.call_after_refresh(self.call_after_refresh, self._show_from_its_heading, fields)

    def keep_in_sight(self, focused: Widget) -> None:
        """A section from its heading down, where its first text is in hand."""
        fields = self._fields(self._here)
        if focused is fields.areas[0]:
            self._show_from_its_heading(fields)
        else:
            focused.scroll_visible(animate=False)

    def _show_from_its_heading(self, fields: SectionFields) -> None:
        """Once the focus has had its own way of bringing its place into sight."""
        if self.screen.focused in fields.areas:
            self.query_one("#sections", Scrolled).scroll_to_widget(fields, animate=False, top=True)

    def _fields(self, section: str) -> SectionFields:
        return next(one for one in self.query(SectionFields) if one.section.id == section)

    # Keys

    def action_strike(self) -> None:
        """The text in hand is struck out, or put back."""
        focused = self.screen.focused
        if isinstance(focused, WritingArea):
            self._strike(focused.place)

    @on(Origin.Struck)
    def _struck(self, event: Origin.Struck) -> None:
        event.stop()
        self._strike(event.place)
        self.go_to(event.place)

    def _strike(self, place: str) -> None:
        self.end_run()
        self.change(self.response.strike(place))

    def action_section(self, by: int) -> None:
        """On to the first text of another section; the page scrolls."""
        if self.has_class("-page"):
            scroll = self.query_one("#whole", VerticalScroll)
            (scroll.scroll_page_down if by > 0 else scroll.scroll_page_up)(animate=False)
            return
        ids = [section.id for section in self._activity.sections]
        wanted = ids[min(max(ids.index(self._here) + by, 0), len(ids) - 1)]
        self._fields(wanted).areas[0].focus()

    def action_page(self) -> None:
        """The page as it will look, or the writing again."""
        if self.has_class("-page"):
            self.action_write()
            return
        focused = self.screen.focused
        self._back_to = focused if isinstance(focused, WritingArea) else None
        self.add_class("-page")
        self._draw_page()
        self.query_one("#whole").focus()

    def action_write(self) -> None:
        """Back to the writing."""
        self._show_writing()
        (self._back_to or self.first_place()).focus()

    def _show_writing(self) -> None:
        self.remove_class("-page")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if action == "write":
            return self.has_class("-page")
        if action == "strike":
            focused = self.screen.focused if self.is_mounted else None
            return isinstance(focused, WritingArea) and "/" in focused.place
        return super().check_action(action, parameters)


@turn.register
def _(activity: Composition, response: CompositionResponse, offers: Offers) -> CompositionTurn:
    return CompositionTurn(activity, response, offers)


@picture.register
def _(activity: Composition) -> Gallery:
    return Gallery(activity)


@glance.register
def _(activity: Composition, summary: CompositionSummary) -> Content:
    counts = {one.section: one for one in summary.sections}
    found = [(one.heading, counts.get(one.id)) for one in activity.sections]
    lines = [
        glanced(Count(heading, one.n, one.withheld is not None) if one else Count(heading, 0)) for heading, one in found
    ]
    return Content("\n").join([Content(f"{summary.participants} begun, {summary.offered or 0} offered"), *lines])
