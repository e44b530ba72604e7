"""The long forms of all families: `python -m tests.hostile`, or those named: `python -m tests.hostile typed saved`."""

import sys
import time
from importlib import import_module

ALL = ("workshop_files", "saved", "typed")

failed = []
for name in sys.argv[1:] or ALL:
    began = time.monotonic()
    try:
        import_module(f"tests.hostile.{name}").main()
    except SystemExit as ended:
        if ended.code:
            failed.append(name)
    print(f"{name}: {time.monotonic() - began:.0f} s\n", flush=True)
if failed:
    raise SystemExit(f"Something was wrong in: {', '.join(failed)}")
