"""Written answers on paper: what prompts and sentence stems have in common."""

from collections.abc import Sequence
from hashlib import sha256

from activities.writing import FieldSummary
from exports.blocks import Block, own_words, text
from exports.paper import ASIDE, MM
from exports.sections import too_few


def room_answers(field: FieldSummary | None, smallest_group: int) -> Sequence[Block]:
    """Everybody's answers to one field without names, in an order that has nothing to do with who gave them."""
    if field is None or not field.n:
        return [text("Nobody has answered this yet.", ASIDE)]
    if field.n < smallest_group:
        return [text(too_few(field.n, "so what was written is"), ASIDE)]
    shuffled = sorted(field.answers, key=lambda answer: sha256(answer.encode(errors="replace")).digest())
    return [own_words(answer, before=3 * MM) for answer in shuffled]
