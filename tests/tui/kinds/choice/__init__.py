"""A choice on the screen."""
