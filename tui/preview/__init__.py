"""A workshop before the day: its agenda, and every activity as a participant and as the room see it. Nothing is kept."""
