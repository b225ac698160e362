"""The shape every model of the API shares: Python names inside, the field's words in JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Answer(BaseModel):
    """A frozen value that is written under its JSON names (`from`, not `from_`)."""

    model_config = ConfigDict(frozen=True, populate_by_name=True, serialize_by_alias=True)

    def to_json(self) -> bytes:
        """The value as a UTF-8 JSON document."""
        return self.model_dump_json(by_alias=True).encode()
