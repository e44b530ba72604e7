"""What keys are called on the screen: as they stand on a keyboard, and as people say them."""

NAMES = {
    "ctrl": "Ctrl",
    "shift": "Shift",
    "alt": "Alt",
    "enter": "Enter",
    "escape": "Esc",
    "esc": "Esc",
    "tab": "Tab",
    "space": "Space",
    "delete": "Del",
    "backspace": "Backspace",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "pgdn": "PgDn",
    "pageup": "PgUp",
    "pgup": "PgUp",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}


def as_read(key: str, otherwise: str) -> str:
    """A key, or one pressed with another, as people read it; `otherwise` where there is no name of ours for it."""
    *held, last = key.split("+")
    if held and all(key in NAMES for key in held):
        return "+".join([*(NAMES[key] for key in held), NAMES.get(last, last.upper() if len(last) == 1 else last)])
    return NAMES.get(key, otherwise)
