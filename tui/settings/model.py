"""The settings: what there is to set, and what holds when the file, the environment and the command line are weighed."""

from collections.abc import Mapping
from json import dumps
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails

from activities.typed import quoted
from activities.workshop.mistakes import did_you_mean, plainly
from tui.settings.file import Given, Source


class Settings(BaseModel):
    """What a person can set. Each field's description is the sentence that stands beside it in the settings file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    theme: Literal["hall", "paper"] = Field(
        "hall", description="The colours: hall for a dark hall, paper for a bright room."
    )
    size: Literal["normal", "large"] = Field(
        "normal", description="The words on the projector: normal, or large for fewer and larger ones."
    )
    clear_after: int = Field(
        90,
        ge=10,
        le=3600,
        description="Seconds without a key after which a shared terminal clears the screen and keeps the work.",
    )
    smallest_group: int = Field(
        5, ge=1, le=40, description="The fewest answers that a room sheet breaks down; below it says only how many."
    )
    bell: bool = Field(
        False, description="Whether the projector's terminal rings its bell when the time is up: true or false."
    )
    keep_deleted: int = Field(
        30, ge=0, le=3650, description="Days for which a deleted session can be brought back; 0 for not at all."
    )
    fonts: str = Field(
        "",
        description="A folder of fonts (.ttf) for letters that paper lacks, such as Hindi or Chinese; empty for none.",
    )
    keys: Mapping[str, str] = Field(
        default_factory=dict, description='Other keys for what can be done, such as "console.open" = "f5".'
    )

    @field_validator("fonts")
    @classmethod
    def _there(cls, folder: str) -> str:
        if folder and not Path(folder).expanduser().is_dir():
            raise ValueError(f"‘fonts’ is {quoted(folder)}, but there is no such folder: name the one with the fonts")
        return folder

    @property
    def font_folder(self) -> Path | None:
        """Where further fonts are, if anywhere."""
        return Path(self.fonts).expanduser() if self.fonts else None

    @field_validator("keys", mode="before")
    @classmethod
    def _flat(cls, value: Any) -> Any:
        """Ids without quotes are tables in tables, and several keys may be a list."""
        from tui.settings.keys import untangled

        return untangled(value) if isinstance(value, dict) else value


def settle(given: Given) -> tuple[Settings, tuple[str, ...]]:
    """The settings that hold, and every mistake in one line. What is mistaken is as if it had not been said."""
    troubles = list(given.troubles)
    values: dict[str, Any] = {}
    keys: dict[str, str] = {}
    came_from: dict[str, Source] = {}
    for source in given.sources:
        sound, wrong = _sound(source)
        troubles += wrong
        keys |= sound.pop("keys", {})
        values |= sound
        came_from |= {name: source for name in keys if name not in came_from}
    if keys:
        from tui.settings.keys import key_mistakes

        for name, mistake in key_mistakes(keys).items():
            troubles.append(_told(came_from[name].place("keys", name), mistake))
            del keys[name]
    return Settings(**values, keys=keys), tuple(troubles)


def _sound(source: Source) -> tuple[dict[str, Any], list[str]]:
    """What a source says that can be so, and what is wrong with the rest."""
    values, troubles = dict(source.values), []
    for _ in values.copy():
        try:
            found = Settings(**values)
        except ValidationError as error:
            for detail in error.errors():
                values.pop(str(detail["loc"][0]), None)
                troubles.append(_told(source.place(*map(str, detail["loc"])), _plainly(detail)))
        else:
            values = found.model_dump(include=set(values))
            break
    return values, troubles


def _told(place: str, mistake: str) -> str:
    return f"{place}: {mistake}{'' if mistake.endswith('?') else '.'}"


def _plainly(detail: ErrorDetails) -> str:
    name, value = str(detail["loc"][0]), detail["input"]
    if detail["type"] == "literal_error":
        return f"‘{name}’ cannot be {quoted(str(value))}: {did_you_mean(str(value), _words(name))}"
    if detail["type"] == "extra_forbidden":
        return f"there is no setting {quoted(name)}: {did_you_mean(name, list(Settings.model_fields))}"
    if detail["type"].startswith("bool"):
        return f"‘{name}’ must be true or false, not {quoted(str(value))}"
    if name == "keys":
        return 'under [keys], write a key or a list of keys for each, such as "console.open" = "f5"'
    return plainly({**detail, "input": str(value)}) if isinstance(value, int | float) else plainly(detail)


def _words(name: str) -> tuple[str, ...]:
    return get_args(Settings.model_fields[name].annotation)


def _in_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else dumps(value, ensure_ascii=False)


def as_toml(settings: Settings) -> str:
    """The settings as a file that would give them, a sentence over each."""
    lines = []
    for name, field in Settings.model_fields.items():
        value = getattr(settings, name)
        lines.append(f"# {field.description}")
        if isinstance(value, Mapping):
            lines += [f"[{name}]", *(f'"{of}" = "{keys}"' for of, keys in value.items())]
        else:
            lines += [f"{name} = {_in_toml(value)}", ""]
    return "\n".join(lines)
