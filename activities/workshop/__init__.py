"""Workshop files: reading them, and telling every mistake with its line."""
