"""A person's mistake, told to them in one sentence that says what to do."""


class Refused(ValueError):
    """Something a person asked for that cannot be; its text is shown to them as it is."""


class Several(Refused):
    """More than one mistake: a line each."""


def not_too_long(text: str, most: int) -> str:
    """The text as it is. Raises Refused where it has more than `most` characters."""
    if len(text) > most:
        raise Refused(f"An answer can have {most:,} characters at most; this one has {len(text):,}.")
    return text
