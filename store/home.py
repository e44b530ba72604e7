"""The folder in which everything is kept."""

import os
from pathlib import Path


def home_folder() -> Path:
    """`FLIPCHART_HOME`, or the platform's folder for a user's data. It need not exist yet."""
    named = os.environ.get("FLIPCHART_HOME", "").strip()
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_dir

    return Path(user_data_dir("flipchart", appauthor=False))
