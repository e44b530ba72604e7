"""What is kept: sessions and contributions, safe on disk."""
