"""People who are to work together, as the facilitator has put them."""

from pydantic import Field

from activities.model import NAME_LIMIT, Frozen, Id


class Cluster(Frozen):
    """Some participants, by their ids, with the name and the facilitator that they were given, if any."""

    name: str = Field(default="", max_length=NAME_LIMIT)
    facilitator: str = Field(default="", max_length=NAME_LIMIT)
    members: tuple[Id, ...] = ()

    def without(self, gone: frozenset[str]) -> "Cluster":
        """The cluster without these participants."""
        return self.model_copy(update={"members": tuple(one for one in self.members if one not in gone)})
