"""The terminal itself: what it may send to the program, and who minds it when the program ends."""
