"""What a thousand sorts of sixty cards add up to."""

import random
import time

from activities.kinds.activity import summarise
from activities.kinds.card_counts import Place
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, Circle

SORTS, CARDS = 1000, 60
GOAL = 100


def main() -> None:
    sort = CardSort(
        id="sort",
        title="Sort",
        minutes=10,
        purpose="Sort",
        question="What for?",
        instructions="Sort.",
        circles=(Circle(id="a", label="A"), Circle(id="b", label="B"), Circle(id="c", label="C")),
        cards=tuple(Card(id=f"card-{n}", label=f"Card {n}") for n in range(CARDS)),
    )
    chance = random.Random(1)
    places: list[Place] = [(), "aside", *sort.regions]
    responses = [
        CardSortResponse(placements={card.id: chance.choice(places) for card in sort.cards}) for _ in range(SORTS)
    ]
    times = []
    for _ in range(5):
        began = time.perf_counter()
        summarise(sort, responses)
        times.append((time.perf_counter() - began) * 1000)
    print(
        f"summary of {SORTS:,} sorts of {CARDS} cards: {min(times):.0f} ms at best, {max(times):.0f} at worst  (≤ {GOAL})"
    )


if __name__ == "__main__":
    main()
