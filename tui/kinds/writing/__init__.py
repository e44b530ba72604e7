"""What the kinds share in which people write."""
