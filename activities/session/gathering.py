"""Making a list of what people wrote: the facilitator ticks, merges and rewords, and the room weighs what comes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from activities.kinds.activity import words
from activities.kinds.items import MOST_ITEMS, Answer, Gathered
from activities.kinds.small_groups import part_withheld
from activities.model import LINE_LIMIT
from activities.refusal import Refused
from activities.session.contribution import Contribution
from activities.session.hiding import Given, given
from activities.session.session import Session
from activities.typed import short_text

Items = tuple[Gathered, ...]


@dataclass(frozen=True)
class Answers:
    """What was written under one heading, or why it is `withheld`; nobody's name."""

    heading: str
    texts: tuple[Given, ...]
    withheld: str | None = None


def answers_to(
    session: Session, contributions: Iterable[Contribution], activity: str, smallest: int
) -> tuple[Answers, ...]:
    """The answers to an activity that may come before the room, heading by heading: what is hidden is not among them.

    What fewer than `smallest` wrote under a heading may not: as an item it would be read out.
    """
    everybody = list(contributions)
    wrote: dict[str, int] = {}
    asked, number = session.workshop.activity(activity), session.state(activity).round
    for one in everybody:
        version = one.latest(activity, number)
        for heading in {text.heading for text in words(asked, version.response)} if version else ():
            wrote[heading] = wrote.get(heading, 0) + 1
    texts: dict[str, list[Given]] = {heading: [] for heading in wrote}
    for text in given(session, everybody, activity):
        if not text.hidden:
            texts[text.heading].append(text)
    return tuple(_may_be_seen(heading, tuple(found), wrote[heading], smallest) for heading, found in texts.items())


def _may_be_seen(heading: str, texts: tuple[Given, ...], wrote: int, smallest: int) -> Answers:
    why = part_withheld(wrote, smallest, "wrote something here")
    return Answers(heading, () if why else texts, why)


def answer_of(text: Given) -> Answer:
    """Where this text stands."""
    return Answer(participant=text.where.participant, field=text.where.field)


def item_of(items: Items, answer: Answer) -> Gathered | None:
    """The item that stands for this answer."""
    return next((item for item in items if answer in item.of), None)


def add(items: Items, typed: str, *of: Answer) -> Items:
    """One more item, which stands for these answers; where there is one in the same words, that stands for them too.

    Raises Refused for words that cannot be an item, and where there are as many as there may be.
    """
    label = _label(typed)
    same = next((item for item in items if item.label.casefold() == label.casefold()), None)
    if same is not None:
        return _with(items, same, of=tuple(dict.fromkeys((*same.of, *of))))
    if len(items) >= MOST_ITEMS:
        raise Refused(f"There are {MOST_ITEMS} already, which is all there may be. Merge some first.")
    return (*items, Gathered(id=_id(items, label), label=label, of=of))


def leave_out(items: Items, answer: Answer) -> Items:
    """No item stands for this answer any more; one that stood for it alone is gone."""
    left = ((item, tuple(one for one in item.of if one != answer)) for item in items)
    return tuple(item.model_copy(update={"of": of}) for item, of in left if of or not item.of)


def merge_answer(items: Items, answer: Answer, into: str) -> Items:
    """An item stands for this answer too, and no other does."""
    target = _find(items, into)
    if answer in target.of:
        return items
    return _with(leave_out(items, answer), target, of=(*target.of, answer))


def merge(items: Items, item: str, into: str) -> Items:
    """One item is in another, which keeps its words and stands for the answers of both."""
    gone, target = _find(items, item), _find(items, into)
    if gone == target:
        return items
    rest = tuple(one for one in items if one.id != item)
    return _with(rest, target, of=tuple(dict.fromkeys((*target.of, *gone.of))))


def reword(items: Items, item: str, typed: str) -> Items:
    """An item says something else. Raises Refused for words that cannot be one, or that another item says."""
    label, found = _label(typed), _find(items, item)
    if any(one.label.casefold() == label.casefold() for one in items if one.id != item):
        raise Refused(f"‘{label}’ is on the list already. Merge the two.")
    return _with(items, found, label=label)


def take_off(items: Items, item: str) -> Items:
    """An item is off the list."""
    return tuple(one for one in items if one.id != item)


def _find(items: Items, item: str) -> Gathered:
    found = next((one for one in items if one.id == item), None)
    if found is None:
        raise Refused("This is not on the list any more.")
    return found


def _with(items: Items, item: Gathered, **change: object) -> Items:
    return tuple(one.model_copy(update=change) if one.id == item.id else one for one in items)


def _label(typed: str) -> str:
    label = short_text("line", typed, LINE_LIMIT)
    if not label:
        raise Refused("Write a few words first.")
    return label


def _id(items: Items, label: str) -> str:
    """An id that comes from the words, so that a dot never moves to another item that came in an item's place."""
    taken = {item.id for item in items}
    numbers = (sha256(f"{number} {label}".encode("utf-8", "replace")).hexdigest()[:12] for number in range(1_000))
    return next(id for number in numbers if (id := f"g-{number}") not in taken)
