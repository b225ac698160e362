"""The settings: a value that is read once, at the edge, and passed in.

Each setting is a variable `NUSQA_<NAME>` or a line of `nusqa.toml` in the working directory (or of
the file that NUSQA_CONFIG names); a variable beats the file.
"""

from __future__ import annotations

import base64
import os
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

import fsspec
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "NUSQA_"
CONFIG_VARIABLE = "NUSQA_CONFIG"
CONFIG_NAME = "nusqa.toml"
_SEALING_BYTES = 32
SECRET_SETTINGS = frozenset(("opensearch_password", "operator_token", "webhook_keys"))
"""They are never written down; another process reads them from where this one did."""
# Variables that begin like settings and are not: this one, and those of the tests.
_OTHER_VARIABLES = (CONFIG_VARIABLE, "NUSQA_TEST_")


class SettingsError(Exception):
    """The settings cannot be used; the message names the setting and says what is wanted."""


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("give an address such as https://old.adilet.zan.kz")
    if parts.query or parts.fragment:
        raise ValueError("give the address without ? and #")
    return value.rstrip("/")


WebAddress = Annotated[str, AfterValidator(_web_address)]


def _parted(value: object) -> object:
    """What a variable lists with commas."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _network(value: str) -> str:
    try:
        return str(ip_network(value))
    except ValueError:
        raise ValueError("give networks such as 127.0.0.1/32,10.1.0.0/16") from None


def _sealing_key(value: SecretStr) -> SecretStr:
    try:
        key = base64.b64decode(value.get_secret_value(), altchars=b"-_", validate=True)
    except ValueError:
        key = b""
    if len(key) != _SEALING_BYTES:
        raise ValueError("give 32 random bytes in base64 with - and _ for + and /")
    return value


def _server_address(value: str) -> str:
    address = _web_address(value)
    if urlsplit(address).username is not None:
        raise ValueError("give the user and the password as opensearch_user, opensearch_password")
    return address


ServerAddress = Annotated[str, AfterValidator(_server_address)]
# What a cluster takes as the beginning of an index's name.
IndexName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=100)]
Network = Annotated[str, AfterValidator(_network)]
SealingKey = Annotated[SecretStr, AfterValidator(_sealing_key)]
Seconds = Annotated[float, Field(ge=0, le=7 * 86_400)]


class Settings(BaseSettings):
    """What a user can set, with the defaults."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True
    )

    data_dir: Path = Path("var")
    database_url: str | None = None
    snapshots_url: str | None = None
    search_engine: Literal["tantivy", "whoosh", "opensearch"] = "tantivy"
    opensearch_urls: Annotated[
        tuple[ServerAddress, ...], NoDecode, BeforeValidator(_parted), Field(validate_default=True)
    ] = ()
    opensearch_user: str | None = None
    opensearch_password: SecretStr | None = None
    opensearch_ca_file: Path | None = None
    opensearch_index: IndexName = "nusqa"
    opensearch_shards: int = Field(default=1, ge=1, le=64)
    opensearch_replicas: int = Field(default=1, ge=0, le=20)
    opensearch_timeout: float = Field(default=10.0, gt=0, le=120)
    adilet_url: WebAddress = "https://old.adilet.zan.kz"
    etalon_url: WebAddress = "https://zan.gov.kz"
    contact: str | None = None
    ca_bundle: Path | None = None
    crawl_delay: float = Field(default=2.0, ge=0)
    # How readers reach the service, where it stands behind another: feeds name whole addresses.
    public_url: WebAddress | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    watches: Literal["open", "operator", "off"] = "open"
    watches_limit: int = Field(default=1_000, ge=0)
    operator_token: SecretStr | None = Field(default=None, min_length=16)
    deliver: bool = True
    webhook_allow: Annotated[tuple[Network, ...], NoDecode, BeforeValidator(_parted)] = ()
    webhook_keys: Annotated[tuple[SealingKey, ...], NoDecode, BeforeValidator(_parted)] = ()
    webhook_retries: Annotated[
        tuple[Seconds, ...], NoDecode, BeforeValidator(_parted), Field(max_length=50)
    ] = (5, 60, 300, 1_800, 7_200, 18_000, 28_800, 28_800)
    webhook_timeout: float = Field(default=15.0, gt=0, le=120)
    webhook_concurrency: int = Field(default=32, ge=1, le=1_000)

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str | None) -> str | None:
        if value is None:
            return None
        wanted = "give sqlite:///path/to/nusqa.db or postgresql://user:password@host/database"
        try:
            url = make_url(value)
        except ArgumentError:
            raise ValueError(wanted) from None
        backend = url.get_backend_name()
        in_memory = backend == "sqlite" and url.database in (None, "", ":memory:")
        if url.drivername not in ("sqlite", "postgresql", "postgresql+psycopg") or in_memory:
            raise ValueError(wanted)
        return value

    @field_validator("snapshots_url")
    @classmethod
    def _known_file_system(cls, value: str | None) -> str | None:
        if value is None:
            return None
        protocol, _, rest = value.rpartition("://")
        if not rest:
            raise ValueError("give a folder, or an address such as s3://bucket/snapshots")
        if protocol and protocol not in fsspec.available_protocols():
            raise ValueError(f"{protocol}:// is no file system that fsspec knows")
        return value

    @field_validator("data_dir", "ca_bundle", "opensearch_ca_file")
    @classmethod
    def _home_folder(cls, value: Path | None) -> Path | None:
        return value.expanduser() if value else value

    @field_validator("ca_bundle", "opensearch_ca_file")
    @classmethod
    def _file_is_there(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_file():
            raise ValueError(f"there is no file {value}")
        return value

    @field_validator("opensearch_urls")
    @classmethod
    def _cluster_has_an_address(
        cls, value: tuple[str, ...], info: ValidationInfo
    ) -> tuple[str, ...]:
        if not value and info.data.get("search_engine") == "opensearch":
            raise ValueError("give the addresses of the nodes, such as https://search:9200")
        return value

    @property
    def database(self) -> str:
        """The database's SQLAlchemy URL: the one set, else SQLite in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'nusqa.db'}"

    @property
    def snapshots(self) -> str:
        """The snapshots' fsspec URL: the one set, else a folder in the data folder."""
        return self.snapshots_url or str(self.data_dir / "snapshots")

    @property
    def index_dir(self) -> Path:
        """Where the search index lies; each engine has its own, for they share no format."""
        return self.data_dir / "index" / self.search_engine

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings passes it
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - and this
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given in Python beats the variables, which beat the file."""
        return init_settings, env_settings, InitSettingsSource(settings_cls, _read_config())

    @classmethod
    def load(cls, **given: object) -> Self:
        """The settings of this process; raises SettingsError with one line a fault."""
        _refuse_unknown(
            [
                name
                for name in os.environ
                if name.startswith(PREFIX) and not name.startswith(_OTHER_VARIABLES)
            ],
            "variable",
            PREFIX,
        )
        try:
            return cls(**given)  # type: ignore[arg-type]  # pydantic checks what is given
        except ValidationError as error:
            lines = [
                f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].removeprefix('Value error, ')}"
                for fault in error.errors()
            ]
            raise SettingsError("Settings: " + "; ".join(lines)) from None


def _read_config() -> dict[str, object]:
    """The file's settings; an empty dictionary where there is no file."""
    named = os.environ.get(CONFIG_VARIABLE)
    path = Path(named) if named else Path(CONFIG_NAME)
    if not path.is_file():
        if named:
            raise SettingsError(f"{CONFIG_VARIABLE} names {path}, which is not there")
        return {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from None
    _refuse_unknown(found, f"setting in {path}")
    return found


def _refuse_unknown(names: Iterable[str], what: str, prefix: str = "") -> None:
    known = [prefix + name for name in Settings.model_fields]
    if prefix:
        known = [name.upper() for name in known]
    unknown = sorted(set(names) - set(known))
    if not unknown:
        return
    near = {name: get_close_matches(name, known, n=1) for name in unknown}
    hints = [f"{name} (did you mean {near[name][0]}?)" if near[name] else name for name in unknown]
    raise SettingsError(f"Unknown {what}: {', '.join(hints)}. Known: {', '.join(known)}")
