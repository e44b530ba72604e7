"""What there is to set."""
