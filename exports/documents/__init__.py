"""The documents: which blocks, in which order."""
