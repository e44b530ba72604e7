"""What a terminal sends, with everything taken out that no key, mouse or paste of a person's means.

Textual's parser trusts its terminal: a code point that there is not, a byte that is not UTF-8 or a colon in the wrong
place ends the program, a size of 9999 by 9999 is drawn, and a paste that never ends takes the keys away. All of these
can be typed: Alt and `[` begin an escape sequence on every keyboard. So only what is known to be well formed goes on.

The forms are those of xterm (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html) and of kitty's keyboard protocol
(https://sw.kovidgoyal.net/kitty/keyboard-protocol/).
"""

import re
from codecs import getincrementaldecoder
from enum import Enum, auto

PAUSE = 0.1
"""Seconds after which an escape sequence that is not finished is none: then it was the escape key, or was typed."""

PASTE_PAUSE = 2.0
"""Seconds without anything after which a paste is over, whether or not the terminal said so."""

MOST_PASTED = 100_000
"""Bytes of one paste that are taken: many times what any answer holds."""

LONGEST = 32
"""Bytes of the longest sequence that there is a use for; it is Textual's limit too."""

ESC = 0x1B
ESCAPE_KEY = b"\x1b[27u"
"""The escape key, said so that nothing after it can be taken for its rest."""

PASTE_BEGINS, PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"

_KEY = re.compile(rb"\x1b\[(?:\[[A-E]|\d{0,3}(?:;\d{1,3})?[A-HPQRSZ]|\d{1,3}(?:;\d{1,3})?~|\d{1,2}[\^@]|[a-d])")
_CURSOR = re.compile(rb"\x1b\[\d{1,4};\d{1,4}R")
_FOCUS = re.compile(rb"\x1b\[[IO]")
_MOUSE = re.compile(rb"\x1b\[<\d{1,3};\d{1,5};\d{1,5}[Mm]")
_DRAWS_AT_ONCE = re.compile(rb"\x1b\[\?2026;[0-4]\$y")
_KITTY = re.compile(rb"\x1b\[(\d{1,7})(?::\d*){0,2}(?:;(\d{0,3})(?::(\d))?(?:;([\d:]*))?)?u")
_RELEASED = b"3"
_AFTER_ESCAPE = b"\x7f\tfb1234567890-="
"""With Alt, keys that Textual reads as others: of a Mac, or of a shell (a word back, a word on, delete a word)."""

_CONTROLS = dict.fromkeys(range(0x80, 0xA0))
_PASTED = bytes(byte for byte in range(256) if byte in b"\t\n\r" or (byte >= 0x20 and byte != 0x7F))
_NOT_PASTED = bytes(sorted(set(range(256)) - set(_PASTED)))


class _In(Enum):
    TEXT = auto()
    ESCAPE = auto()
    SEQUENCE = auto()
    FUNCTION_KEY = auto()
    OLD_MOUSE = auto()
    PASTE = auto()


class Sieve:
    """Give it what comes; it gives back what may go on. It holds what is not finished."""

    def __init__(self, *, kitty: bool = True) -> None:
        """Nothing has come yet. `kitty`: the parser reads kitty's keys, so that every key can be told apart at once."""
        self._kitty = kitty
        self._in = _In.TEXT
        self._held = bytearray()
        self._pasted = 0
        self._out = bytearray()
        self._text = bytearray()
        self._decoder = getincrementaldecoder("utf-8")("replace")

    @property
    def patience(self) -> float | None:
        """After how many seconds without anything more `settle` is due; None while nothing is held."""
        if self._in is _In.PASTE:
            return PASTE_PAUSE
        return PAUSE if self._in is not _In.TEXT or self._decoder.getstate()[0] else None

    def feed(self, data: bytes) -> bytes:
        """What may go on of what came, in its order."""
        for byte in data:
            self._take(byte)
        return self._given()

    def settle(self) -> bytes:
        """Nothing more came: what may go on of what was held."""
        was, held = self._in, bytes(self._held)
        self._back_to_text()
        match was:
            case _In.TEXT:
                self._say(self._decoder.decode(b"", final=True))
            case _In.ESCAPE:
                self._out += self._escape
            case _In.SEQUENCE | _In.FUNCTION_KEY:
                self._text += held[1:]
            case _In.PASTE:
                self._out += PASTE_ENDS
            case _In.OLD_MOUSE:
                pass
        return self._given()

    def _take(self, byte: int) -> None:
        match self._in:
            case _In.TEXT if byte == ESC:
                self._begin(_In.ESCAPE)
            case _In.TEXT:
                self._text.append(byte)
            case _In.ESCAPE:
                self._after_escape(byte)
            case _In.SEQUENCE:
                self._in_sequence(byte)
            case _In.FUNCTION_KEY:
                self._end_with(byte, 0x21 <= byte <= 0x7E)
            case _In.OLD_MOUSE:
                self._in_old_mouse(byte)
            case _In.PASTE:
                self._in_paste(byte)

    def _begin(self, what: _In, held: bytes = b"\x1b") -> None:
        self._flush()
        self._in, self._held = what, bytearray(held)

    def _back_to_text(self) -> None:
        self._in = _In.TEXT
        self._held.clear()

    def _after_escape(self, byte: int) -> None:
        if byte == ord("["):
            self._begin(_In.SEQUENCE, b"\x1b[")
        elif byte == ord("O"):
            self._begin(_In.FUNCTION_KEY, b"\x1bO")
        elif byte == ESC:
            self._out += self._escape
        elif byte in _AFTER_ESCAPE or (byte < 0x80 and not self._kitty):
            self._end_with(byte, whole=True)
        elif byte < 0x80:
            self._back_to_text()
            self._out += _with_alt(byte)
        else:  # a letter that is not ASCII, with Alt: the letter
            self._end_with(byte, whole=False)

    @property
    def _escape(self) -> bytes:
        return ESCAPE_KEY if self._kitty else b"\x1b"

    def _end_with(self, byte: int, whole: bool) -> None:
        """The sequence ends here and goes on, or it is none and this byte is looked at anew."""
        if whole:
            self._out += bytes([*self._held, byte])
        self._back_to_text()
        if not whole:
            self._take(byte)

    def _in_sequence(self, byte: int) -> None:
        first = len(self._held) == 2
        if not 0x20 <= byte <= 0x7E or len(self._held) > LONGEST:
            self._end_with(byte, whole=False)
        elif first and byte == ord("M"):
            self._begin(_In.OLD_MOUSE, b"")
        elif byte < 0x40 or (first and byte == ord("[")):
            self._held.append(byte)
        else:
            whole = bytes([*self._held, byte])
            self._back_to_text()
            self._judge(whole)

    def _judge(self, sequence: bytes) -> None:
        if sequence == PASTE_BEGINS:
            self._out += sequence
            self._in, self._pasted = _In.PASTE, 0
        elif sequence == PASTE_ENDS:
            return
        elif kitty := _KITTY.fullmatch(sequence):
            self._out += _plain_kitty(kitty)
        elif any(form.fullmatch(sequence) for form in (_KEY, _MOUSE, _FOCUS, _CURSOR, _DRAWS_AT_ONCE)):
            self._out += sequence

    def _in_old_mouse(self, byte: int) -> None:
        """Three bytes of any value, that Textual has no use for."""
        self._held.append(byte)
        if len(self._held) == 3:
            self._back_to_text()

    def _in_paste(self, byte: int) -> None:
        self._held.append(byte)
        if self._held == PASTE_ENDS:
            self._back_to_text()
            self._flush()
            self._out += PASTE_ENDS
        elif not PASTE_ENDS.startswith(self._held):
            again = byte == ESC
            self._paste(bytes(self._held[: -1 if again else None]))
            self._held = bytearray(b"\x1b" if again else b"")

    def _paste(self, data: bytes) -> None:
        room = max(0, MOST_PASTED - self._pasted)
        self._pasted += len(data)
        self._text += data[:room].translate(None, _NOT_PASTED)

    def _given(self) -> bytes:
        """What has been sifted so far. Letters whose last bytes are still to come wait."""
        self._say(self._decoder.decode(bytes(self._text)))
        self._text.clear()
        out = bytes(self._out)
        self._out.clear()
        return out

    def _flush(self) -> None:
        self._say(self._decoder.decode(bytes(self._text), final=True))
        self._text.clear()

    def _say(self, words: str) -> None:
        self._out += words.translate(_CONTROLS).encode()


def _with_alt(byte: int) -> bytes:
    """A key with Alt, as kitty says it: whole at once, so that what is typed next is not taken for its rest."""
    if 1 <= byte <= 26 and byte not in b"\r\x08":
        return b"\x1b[%d;7u" % (byte + 96)
    shift = 1 if chr(byte).isupper() else 0
    return b"\x1b[%d;%du" % (ord(chr(byte).lower()), 3 + shift) if byte >= 0x20 or byte in b"\r\x08" else b""


def _plain_kitty(found: "re.Match[bytes]") -> bytes:
    """A key of kitty's protocol as Textual reads it, without what it cannot; nothing for a key that is let go."""
    code, modifiers, event, text = (group or b"" for group in found.groups())
    if event == _RELEASED or not _is_letter(int(code)):
        return b""
    letters = [int(part) for part in text.split(b":") if part]
    spoken = letters and all(_is_letter(letter) and letter >= 0x20 and not 0x7F <= letter < 0xA0 for letter in letters)
    parts = [code, modifiers, b":".join(b"%d" % letter for letter in letters) if spoken else b""]
    plain = b"\x1b[" + b";".join(parts).rstrip(b";") + b"u"
    return plain if len(plain) <= LONGEST else b""


def _is_letter(code: int) -> bool:
    """Whether Unicode has this code point for a character: surrogates are none."""
    return code < 0xD800 or 0xE000 <= code <= 0x10FFFF
