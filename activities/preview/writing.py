"""What the kinds in which one writes have in common before the day."""

from collections.abc import Iterable

from activities.kinds.writing import WrittenField, WrittenResponse
from activities.preview.hand import Hand


def written(response: WrittenResponse, fields: Iterable[WrittenField], by: Hand) -> WrittenResponse:
    """With something in every field that was empty."""
    for field in fields:
        if not response.filled(field.id):
            response = response.write(field.id, by.words())
    return response
