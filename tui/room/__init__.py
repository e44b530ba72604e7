"""The room: what the projector shows."""
