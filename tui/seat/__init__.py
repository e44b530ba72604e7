"""The shared terminal: sitting down, a turn, PINs, clearing."""
