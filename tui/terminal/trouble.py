"""What is kept of a fault of our own: its kind and where it happened, and nothing that anybody wrote.

The words of an exception are left out, and so are the values of variables: both quote what was typed.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb

from textual.worker import WorkerFailed


def keep_trouble(path: Path, error: BaseException | None) -> None:
    """Write down what happened, for its owner's eyes. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.unlink(missing_ok=True)
    with open(path, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write("\n".join(_told(error)) + "\n")


def _told(error: BaseException | None) -> Iterator[str]:
    if error is None:
        yield "It is not known what happened."
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        number = f" ({os.strerror(error.errno)})" if isinstance(error, OSError) and error.errno else ""
        yield f"{type(error).__module__}.{type(error).__qualname__}{number}"
        for frame in extract_tb(error.__traceback__):
            yield f"  {frame.filename}, line {frame.lineno}, in {frame.name}"
        if isinstance(error, BaseExceptionGroup):
            for one in error.exceptions:
                yield from _told(one)
        error = error.error if isinstance(error, WorkerFailed) else error.__cause__ or error.__context__
        if error is not None and id(error) not in seen:
            yield "because of"
