"""One writer at a time, of all the processes on all the computers that see the file."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import lock_descriptor

from store.files import UNBLOCKED, NotPlain, ReplacedFile
from store.refusals import NotKept

STEP = 0.004
"""How long, in seconds, between one attempt and the next."""

LIMIT = 10.0
"""How long, in seconds, to wait for another writer. A save takes thousandths of one."""

WITHOUT_LOCKS = {errno.ENOSYS, errno.ENOLCK, getattr(errno, "EOPNOTSUPP", errno.ENOSYS)}


@contextmanager
def locked(file: ReplacedFile) -> Iterator[None]:
    """Nobody else changes the file meanwhile. Raises NotKept after ten seconds of waiting, OSError where it cannot be.

    The lock is a file beside it, which stays; the system frees it when its holder dies. A drive that knows no locks is
    written to without: a file has one writer in any case, and is replaced whole.
    """
    deadline = time.monotonic() + LIMIT
    while True:
        handle = _opened(file.lock)
        try:
            if not _take(handle):
                if time.monotonic() > deadline:
                    raise NotKept(f"Another flipchart has been saving {file.path} for {LIMIT:.0f} seconds. Save again.")
                time.sleep(STEP)
                continue
            if os.fstat(handle).st_nlink == 0:
                continue  # removed while we waited: it guards nothing any more
            yield
            return
        finally:
            os.close(handle)


def _opened(path: Path) -> int:
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | UNBLOCKED, 0o600)
    except IsADirectoryError as error:
        raise NotPlain(path) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotPlain(path)
    return handle


def _take(handle: int) -> bool:
    try:
        return lock_descriptor(handle, blocking=False)
    except OSError as error:
        if error.errno in WITHOUT_LOCKS:
            return True
        raise
