"""What is kept: sessions and contributions, safe on disk."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.protocol import Store

__all__ = ["open_store"]


def open_store(home: Path | None = None) -> "Store":
    """What is kept in this folder, the person's own where none is named. Nothing is read or made before it is needed."""
    from store.engine import TinyStore
    from store.home import home_folder

    return TinyStore(home or home_folder())
