"""Yes and no as a workshop file says them: a word, which YAML and its editors may take for true or false."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from activities.typed import quoted

YES, NO = "yes", "no"

WORDS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def _said(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    said = WORDS.get(value.strip().casefold()) if isinstance(value, str) else None
    if said is None:
        raise ValueError(f"{quoted(str(value))} is neither yes nor no: write one of them")
    return said


def _word(value: Any) -> str:
    return YES if _said(value) else NO


YesOrNo = Annotated[Literal["yes", "no"], BeforeValidator(_word)]
"""The word, however it is written: `yes`, `Yes`, `true`, or the true of YAML."""

Truth = Annotated[bool, BeforeValidator(_said)]
"""The same as true or false."""
