"""Workshop and series files as JSON Schemas, by which an editor completes, explains and checks them while one types.

They are made from the definitions, so that what the reader refuses for its shape an editor marks. An editor is stricter
in two things that only look right: a number or a date in quotes, and a key with nothing after it. What only the whole
file tells, such as an id that is used twice, `flipchart check` alone can say.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, cast, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from activities.kinds.activity import Activity
from activities.kinds.registry import kinds
from activities.model import Definition
from activities.programme.series import Series
from activities.workshop.marked_yaml import read_marked
from activities.workshop.workshop import Workshop

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What editors know best."""

MADE = "Made by: flipchart workshops schema"
"""By this a schema is known for one of ours."""

AS_TEXT = ["string", "number", "boolean"]
"""What an editor may take a text for: a title can be `2026`."""

SEEN, ONE_LINE = r"\S", r"^\s*\S[^\n]*\s*$"

LIMITS: Mapping[str, Literal["ge", "gt", "le", "lt"]] = {
    "minimum": "ge",
    "exclusiveMinimum": "gt",
    "maximum": "le",
    "exclusiveMaximum": "lt",
}

Keys = Mapping[str, Mapping[str, str]]
"""What each key of each part means, and under `is` what the part is; parts by `name_of`."""


def read_keys(text: str) -> Keys:
    """The meanings in a file of them. Raises ValueError where it is no such file."""
    root, mistakes = read_marked(text)
    found = root.plain() if root is not None and not mistakes else None
    if not isinstance(found, dict) or not all(isinstance(part, dict) for part in found.values()):
        raise ValueError(mistakes[0].text if mistakes else "every part needs its keys")
    return cast(Keys, found)


def name_of(model: type[Definition]) -> str:
    """What a part of a file is called among the meanings: its module and its class."""
    return f"{model.__module__.rpartition('.')[2]}.{model.__name__}"


def parts_of(*wholes: type[Definition]) -> tuple[type[Definition], ...]:
    """These parts of a file and all that stand in them, each once; an activity may be of any kind."""
    found: dict[type[Definition], None] = {}
    waiting = list(wholes)
    while waiting:
        model = waiting.pop(0)
        if model in found:
            continue
        found[model] = None
        waiting += kinds().values() if model is Activity else ()
        waiting += [part for field in model.model_fields.values() for part in models_in(field.annotation)]
    return tuple(found)


def models_in(annotation: Any) -> Iterator[type[Definition]]:
    """The parts of a file that this type of a key speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, Definition):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def meaning(keys: Keys, model: type[BaseModel], key: str) -> str:
    """What a key of this part means: as the part itself says, or what it is built on. Raises KeyError where none does."""
    for one in model.__mro__:
        if issubclass(one, Definition) and key in keys.get(name_of(one), {}):
            return keys[name_of(one)][key]
    raise KeyError(f"{model.__name__}.{key}")


def workshop_schema(keys: Keys) -> JsonSchemaValue:
    """What a workshop file can be. Raises KeyError for a key without a meaning."""
    whole = _schema(Workshop, keys, "A flipchart workshop")
    parts = whole["definitions"]
    parts[name_of(Activity)] = _any_kind(parts, keys)
    return whole


def series_schema(keys: Keys) -> JsonSchemaValue:
    """What a series file can be. Raises KeyError for a key without a meaning."""
    return _schema(Series, keys, "A flipchart series")


def _schema(model: type[Definition], keys: Keys, title: str) -> JsonSchemaValue:
    models = parts_of(model)
    refs, found = models_json_schema(
        [(one, "validation") for one in models], ref_template="{model}", schema_generator=_AsTyped
    )
    names = {refs[one, "validation"]["$ref"]: name_of(one) for one in models}
    parts = {names.get(name, name): _renamed(part, names) for name, part in found["$defs"].items()}
    for one in models:
        _explain(parts[name_of(one)], one, keys)
    for part in parts.values():
        part.pop("title", None)
        if "enum" in part:
            part.pop("description", None)
    whole = parts.pop(name_of(model))
    return {"$schema": DIALECT, "$comment": MADE, "title": title, **whole, "definitions": dict(sorted(parts.items()))}


def _renamed(part: Any, names: Mapping[str, str]) -> Any:
    """The same with references to parts by the names that they have here."""
    if isinstance(part, list):
        return [_renamed(one, names) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: f"#/definitions/{names.get(value, value)}" if key == "$ref" else _renamed(value, names)
        for key, value in part.items()
    }


def _explain(part: JsonSchemaValue, model: type[Definition], keys: Keys) -> None:
    part["description"] = meaning(keys, model, "is")
    for key, value in part["properties"].items():
        value["description"] = meaning(keys, model, key)


def _any_kind(parts: JsonSchemaValue, keys: Keys) -> JsonSchemaValue:
    """An activity of the kind that it names; one that is done again may leave out what it takes from the first time.

    What every kind has is said once, here. The part of a kind says in full what is its own, and lets the rest be.
    """
    shared = parts[name_of(Activity)]["properties"]
    again = {"required": ["again"]}
    told, every_key, branches = [meaning(keys, Activity, "kind"), ""], set(shared), []
    for kind, model in sorted(kinds().items()):
        part = parts[name_of(model)]
        every_key |= part["properties"].keys()
        told.append(f"{kind}: {part['description']}")
        of_this_kind = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
        unless_again = {"if": again, "else": {"required": part.pop("required")}}
        branches.append(
            {"if": of_this_kind, "then": {"allOf": [{"$ref": f"#/definitions/{name_of(model)}"}, unless_again]}}
        )
        part["properties"] |= {key: True for key in shared if key == "kind" or part["properties"][key] == shared[key]}
    without_kind = {"if": again, "then": {"propertyNames": {"enum": sorted(every_key)}}, "else": {"required": ["kind"]}}
    return {
        "type": "object",
        "description": meaning(keys, Activity, "is"),
        "required": ["id"],
        "properties": {**shared, "kind": {"enum": sorted(kinds()), "description": "\n".join(told)}},
        "if": {"required": ["kind"]},
        "else": without_kind,
        "allOf": branches,
    }


class _AsTyped(GenerateJsonSchema):
    """What may stand in a file, as an editor reads it: nothing is null, and every text may look like a number."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = super().default_schema(schema)
        if not isinstance(found.get("default"), str | int):
            found.pop("default", None)
        return found

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {"enum": [True, False, "yes", "no", "Yes", "No"]}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        pattern = schema.get("pattern")
        if isinstance(pattern, str) and "\n" not in pattern and r"\n" not in pattern:
            return {"type": "string", "pattern": pattern}
        found: JsonSchemaValue = {"type": AS_TEXT}
        if schema.get("min_length"):
            found["pattern"] = ONE_LINE if pattern else SEEN
        if most := schema.get("max_length"):
            found["maxLength"] = most
        return found

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        limits = {name: float(schema[key]) for name, key in LIMITS.items() if schema.get(key) is not None}
        return {"type": "number", **limits}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        return {**super().dict_schema(schema), "additionalProperties": False}

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False
