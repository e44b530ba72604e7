"""The kinds of activity, a module each, and what all kinds share."""
