"""Home, and starting a session."""
