"""Every benchmark, one after the other; or those named: `python -m tests.benchmarks start save`."""

import sys
from importlib import import_module

ALL = ("start", "memory", "redraw", "redraw_grid", "summary", "save", "live", "projector", "handouts", "crash")

for name in sys.argv[1:] or ALL:
    import_module(f"tests.benchmarks.{name}").main()
    print(flush=True)
