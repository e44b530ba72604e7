"""What each kind of activity puts on paper."""
