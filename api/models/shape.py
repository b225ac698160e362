"""The shape every model of the API shares: Python names inside, the field's words in JSON."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo


class Answer(BaseModel):
    """A frozen value that is written under its JSON names (`from`, not `from_`)."""

    model_config = ConfigDict(
        frozen=True,
        # `from` is no name in Python: the field is `from_`, the JSON says `from`.
        alias_generator=lambda name: name.rstrip("_"),
        populate_by_name=True,
        serialize_by_alias=True,
    )

    def to_json(self) -> bytes:
        """The value as a UTF-8 JSON document."""
        return self.model_dump_json(by_alias=True).encode()

    @classmethod
    def example(cls) -> dict[str, Any]:
        """An example of the JSON document, from the examples of the fields."""
        return {field.alias or name: _example(field) for name, field in cls.model_fields.items()}


class Listed(Answer):
    """A page of a list."""

    cursor: str | None = Field(
        default=None,
        description="More follow: ask again with it (the Link header has the address). Null: this "
        "is the last page.",
        examples=[None],
    )


def _example(field: FieldInfo) -> Any:
    if field.examples:
        return field.examples[0]
    annotation: Any = field.annotation
    for choice in (annotation, *get_args(annotation)):
        if isinstance(choice, type) and issubclass(choice, Answer):
            one = choice.example()
            return [one] if get_args(annotation)[1:] == (...,) else one
    return field.get_default(call_default_factory=True)
