"""A running: who takes part, phases, rounds, timer, notes, and what each gave."""
