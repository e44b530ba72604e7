"""Which kinds of activity there are: every module of this package that defines an `Activity` whose kind is its name."""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import SerializeAsAny, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError

import activities.kinds
from activities.kinds.activity import Activity, Response

if TYPE_CHECKING:
    from functools import _SingleDispatchCallable

T = TypeVar("T")


def _kind_of(model: type[Activity] | type[Response]) -> str | None:
    default = model.model_fields["kind"].default
    return default if isinstance(default, str) else None


@cache
def _modules() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(activities.kinds.__path__))


def _load(kind: str) -> None:
    if kind in _modules():
        import_module(f"activities.kinds.{kind}")


@cache
def kinds() -> Mapping[str, type[Activity]]:
    """The definition of every kind, by the kind's name. All of them are loaded: `kind_named` loads one."""
    for module in _modules():
        _load(module)
    return MappingProxyType({name: model for model in Activity.__subclasses__() if (name := _kind_of(model))})


@cache
def kind_named(kind: str) -> type[Activity] | None:
    """The definition of the kind of this name; None where there is none. No other kind is loaded."""
    _load(kind)
    return next((model for model in Activity.__subclasses__() if _kind_of(model) == kind), None)


@cache
def _response_to(kind: str) -> type[Response] | None:
    _load(kind)
    return next((model for model in _descendants(Response) if _kind_of(model) == kind), None)


def _descendants(model: type[Response]) -> list[type[Response]]:
    children = model.__subclasses__()
    return children + [grandchild for child in children for grandchild in _descendants(child)]


def load_kind(package: str, activity: Activity) -> None:
    """What a layer registers for this activity's kind is there: its module `package.kind` is loaded."""
    import_module(f"{package}.{activity.kind}")


def registered(function: "_SingleDispatchCallable[T]", package: str, activity: Activity) -> Callable[..., T]:
    """A layer's implementation of `function` for this activity, from the layer's module named for the kind.

    The module `package.kind` is imported first, so that a layer loads a kind only when it is needed.
    Raises TypeError where that module registers none.
    """
    load_kind(package, activity)
    found = function.dispatch(type(activity))
    if found is function.dispatch(object):
        raise TypeError(f"{package}.{activity.kind} does not say what to do with {type(activity).__name__}")
    return found


def _pick_activity(value: Any, _: ValidatorFunctionWrapHandler) -> Activity:
    if isinstance(value, Activity):
        return value
    if not isinstance(value, dict):
        raise PydanticCustomError("not_an_activity", "an activity must be a list of keys and values")
    kind = value.get("kind")
    if kind is None:
        raise PydanticCustomError("missing", "Field required", {"key": "kind"})
    model = kind_named(kind) if isinstance(kind, str) else None
    if model is None:
        raise PydanticCustomError(
            "unknown_kind",
            "there is no kind of activity called ‘{kind}’; there are {known}",
            {"kind": str(kind), "known": ", ".join(sorted(kinds()))},
        )
    return model.model_validate(value)


def _pick_response(value: Any, _: ValidatorFunctionWrapHandler) -> Response:
    if isinstance(value, Response):
        return value
    kind = value.get("kind") if isinstance(value, dict) else None
    model = _response_to(kind) if isinstance(kind, str) else None
    if model is None:
        raise PydanticCustomError("unknown_kind", "a response of an unknown kind, ‘{kind}’", {"kind": str(kind)})
    return model.model_validate(value)


AnyActivity = Annotated[SerializeAsAny[Activity], WrapValidator(_pick_activity)]
"""A definition of whichever kind its key `kind` names."""

AnyResponse = Annotated[SerializeAsAny[Response], WrapValidator(_pick_response)]
"""A response of whichever kind its key `kind` names."""
