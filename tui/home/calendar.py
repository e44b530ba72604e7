"""Writing the calendar of a programme from the app."""

from pathlib import Path
from typing import ClassVar

from tui.dialogs.export import ExportScreen
from tui.tasks.calendars import write_calendar
from tui.tasks.exporting import Export, Progress


class ExportCalendarScreen(ExportScreen):
    """Where to? Then where it is."""

    DO_IT: ClassVar = "Write it"
    QUESTION: ClassVar = "The calendar of this programme, to print and to hand out"
    HELP = """
    ## The calendar

    When the group meets, for how long and what for; what to bring from the sessions before; and room for notes. It has
    nobody's name. How many people come back to their enquiry in a month stands there where they are enough.

    Choose one format or more. A folder that is not there is made.
    """

    def written(self, folder: Path, export: Export, progress: Progress) -> list[Path]:
        """Write it, as it is today."""
        progress(0, 1)
        found = write_calendar(self.app.store, self.code, folder, export, self.app.now().astimezone().date())
        progress(1, 1)
        return found
