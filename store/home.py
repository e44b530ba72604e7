"""The folder in which everything is kept."""

import os
from pathlib import Path

from activities.refusal import Refused


def as_path(typed: str) -> Path:
    """A path that somebody typed, from their own folder where it begins with ~; one that is of nobody stays as it is."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def home_folder() -> Path:
    """`FLIPCHART_HOME`, or the platform's folder for a user's data. It need not exist yet."""
    named = os.environ.get("FLIPCHART_HOME", "").strip()
    if named:
        try:
            return as_path(named).absolute()
        except OSError as error:
            raise Refused("The folder that you are in is gone. Go to another one, then try again.") from error
    from platformdirs import user_data_dir

    return Path(user_data_dir("flipchart", appauthor=False))
