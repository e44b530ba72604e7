"""What a summary may show of a small group: the one rule, for screen, paper, JSON and files.

`summarise` makes a full summary, which is for no one. `shown` makes of it the one that may be looked at: whatever rests
on fewer answers than the smallest group is gone from it, and a sentence stands in its place. What draws or prints a
summary is given no other, so it cannot show more. What was decided, and why:

- **Fewer than the smallest group are in.** How many are in is told: the room sees who sits at a terminal. Nothing that
  they said is: no count, no middle, no sentence, no card of their own.
- **Fewer than that answered one part** (a card, a strand, a question). Nothing of this part is shown, not even how
  many answered it, and nobody answering it looks the same: who left out what is an answer too.
- **A small count in a large enough group** (1 of 12 put it there) is shown. It says that somebody did and not who; to
  hide it would hide what a room most wants to talk about.
- **Written answers** are shown from the smallest group on, word for word, in an order that comes from the texts alone,
  so that it tells neither who was first nor which two are by the same hand.
- **A card that people wrote themselves** is a sentence and a place. Its words are shown where as many people as the
  smallest group wrote a card, as with every other text. Where it was put is shown only where that many sorted it, for
  mostly one person did: whoever knows who wrote it would know where they put it.
- **Before and after** stand side by side, and who changed is counted, only where that cannot be taken apart again:
  see `activities.session.rounds`.
- **All say the same.** Then everyone knows what everyone said, however many they are. It is shown all the same. To
  hide it in this case alone would say just that; to hide it for that reason without saying so would be a lie; and to
  blur the counts would spoil the one figure that everyone in the room can check. People are told beforehand that counts
  are shown, and the facilitator need not reveal.
- **The facilitator** may set another number, 1 for none of this. At the console the same rule holds; it sees more only
  in that it sees it at once and as it grows, beside who is in, and says so.

Five colleagues who talk to one another can find out much that no program shows. The rule lowers the risk; it cannot
rule it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar, Self

from pydantic import SerializerFunctionWrapHandler, model_serializer

from activities.kinds.activity import Summary
from activities.model import Frozen


class Part(Frozen):
    """What the answers to one card, strand or field add up to.

    `withheld` says why nothing of it is shown; what is counted is then empty (`null` in JSON). Kinds name in `counted`
    which of their fields that are.
    """

    counted: ClassVar[tuple[str, ...]] = ()
    withheld: str | None = None

    @model_serializer(mode="wrap")
    def _null_is_not_none(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        found: dict[str, Any] = plain(self)
        return found if self.withheld is None else {**found, **dict.fromkeys(self.counted)}

    def hold_back(self, why: str | None) -> Self:
        """The same without anything that was counted; unchanged where there is no reason, or one already."""
        if why is None or self.withheld is not None:
            return self
        bare = {name: self.__class__.model_fields[name].get_default(call_default_factory=True) for name in self.counted}
        return self.model_copy(update={**bare, "withheld": why})


def is_small(n: int, smallest: int) -> bool:
    """Whether so few cannot hide among one another. A smallest group of 1 asks for nothing to be hidden."""
    return smallest > 1 and n < smallest


def whole_withheld(n: int, smallest: int, expected: int | None = None) -> str | None:
    """Why nothing is broken down where `n` (of `expected`) took part; None where all may be seen, or nobody is in."""
    if not n or not is_small(n, smallest):
        return None
    of = f" of {expected}" if expected is not None and expected >= n else ""
    return (
        f"{n}{of} {'is' if n == 1 else 'are'} in. Answers are shown when {smallest} are in: "
        "fewer could tell who gave them."
    )


def part_withheld(n: int, smallest: int, doing: str = "answered this") -> str | None:
    """Why a part that `n` answered is not shown, in the same words for any such `n`; None where it may be seen."""
    if not is_small(n, smallest):
        return None
    return f"Fewer than {smallest} {doing}. It is not shown: it could tell who they are."


@dataclass(frozen=True)
class Withheld:
    """What of one summary is withheld, and why: the `whole` of it, or a part at a time.

    `apart` are parts that may not stand beside another round.
    """

    whole: str | None
    smallest: int
    apart: Mapping[str, str]

    def why(self, part: str, n: int) -> str | None:
        """Why a part that `n` answered is not shown; None where it may be seen."""
        return self.whole or part_withheld(n, self.smallest) or self.apart.get(part)


def withheld(
    summary: Summary, smallest: int, expected: int | None = None, apart: Mapping[str, str] | None = None
) -> Withheld:
    """What the rule withholds of a summary; of one in which nobody is there is nothing to withhold."""
    whole = summary.withheld or whole_withheld(summary.participants, smallest, expected)
    return Withheld(whole, smallest if summary.participants else 1, apart or {})


def mixed(texts: tuple[str, ...], of: str) -> tuple[str, ...]:
    """Texts in an order that depends on nothing but what they answer (`of`) and themselves.

    Whoever knows who answered first, or finds one person's answer to another question, learns nothing from it; and an
    answer that comes in late sets no other two the other way round.
    """
    return tuple(sorted(texts, key=lambda text: sha256(f"{of}\n{text}".encode("utf-8", "replace")).digest()))
