"""A person's mistake, told to them in one sentence that says what to do."""


class Refused(ValueError):
    """Something a person asked for that cannot be; its text is shown to them as it is."""
