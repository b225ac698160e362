"""The settings: defaults, variables, the file, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.settings import Settings, SettingsError


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory without a file, an environment without a setting."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"NUSQA_{name.upper()}", raising=False)
    monkeypatch.delenv("NUSQA_CONFIG", raising=False)


def test_without_settings_everything_lies_in_the_folder_var() -> None:
    settings = Settings.load()
    assert settings.database == "sqlite:///var/nusqa.db"
    assert settings.snapshots == "var/snapshots"
    assert settings.index_dir == Path("var/index/tantivy")
    assert settings.adilet_url == "https://old.adilet.zan.kz"
    assert settings.crawl_delay == 2.0


def test_each_engine_has_its_own_index_folder() -> None:
    assert Settings.load(search_engine="whoosh").index_dir == Path("var/index/whoosh")


def test_the_file_in_the_working_directory_is_read(tmp_path: Path) -> None:
    (tmp_path / "nusqa.toml").write_text('data_dir = "elsewhere"\nport = 9000\n')
    assert Settings.load().data_dir == Path("elsewhere")
    assert Settings.load().port == 9000


def test_a_variable_beats_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nusqa.toml").write_text("port = 9000\n")
    monkeypatch.setenv("NUSQA_PORT", "9100")
    assert Settings.load().port == 9100


def test_an_empty_variable_sets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUSQA_DATABASE_URL", "")
    assert Settings.load().database_url is None


def test_the_config_variable_names_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nusqa.toml").write_text("port = 9000\n")
    (tmp_path / "other.toml").write_text("port = 9200\n")
    monkeypatch.setenv("NUSQA_CONFIG", str(tmp_path / "other.toml"))
    assert Settings.load().port == 9200


def test_a_named_file_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUSQA_CONFIG", "nowhere.toml")
    with pytest.raises(SettingsError, match=r"nowhere\.toml, which is not there"):
        Settings.load()


def test_an_unknown_key_is_named_with_the_nearest_known_one(tmp_path: Path) -> None:
    (tmp_path / "nusqa.toml").write_text('data_dirr = "x"\n')
    with pytest.raises(SettingsError, match=r"nusqa\.toml: data_dirr \(did you mean data_dir\?\)"):
        Settings.load()


def test_an_unknown_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUSQA_CRAWL_DELY", "1")
    with pytest.raises(SettingsError, match=r"NUSQA_CRAWL_DELY \(did you mean NUSQA_CRAWL_DELAY"):
        Settings.load()


def test_the_variables_of_the_tests_are_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUSQA_TEST_ANYTHING", "1")
    assert Settings.load().port == 8000


def test_a_file_that_is_no_toml_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "nusqa.toml").write_text("port 9000\n")
    with pytest.raises(SettingsError, match=r"nusqa\.toml cannot be read"):
        Settings.load()


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("database_url", "mysql://host/db", "give sqlite:///"),
        ("database_url", "sqlite://", "give sqlite:///"),
        ("database_url", "nusqa.db", "give sqlite:///"),
        ("snapshots_url", "nosuch://x", "nosuch:// is no file system"),
        ("adilet_url", "old.adilet.zan.kz", "give an address such as"),
        ("adilet_url", "https://old.adilet.zan.kz/?a=1", "without"),
        ("crawl_delay", "-1", "greater than or equal to 0"),
        ("port", "70000", "less than or equal to 65535"),
        ("search_engine", "sphinx", "'tantivy', 'whoosh' or 'opensearch'"),
        ("opensearch_urls", "search:9200", "give an address such as"),
        ("opensearch_urls", "https://me:secret@search:9200", "opensearch_user"),
        ("opensearch_ca_file", "no-such.pem", "there is no file no-such.pem"),
        ("opensearch_index", "Nusqa", "should match pattern"),
        ("opensearch_shards", "0", "greater than or equal to 1"),
        ("ca_bundle", "no-such.pem", "there is no file no-such.pem"),
        ("watches", "everyone", "'open', 'operator' or 'off'"),
        ("operator_token", "short", "at least 16"),
        ("webhook_allow", "127.0.0.1/8", "give networks such as 127.0.0.1/32"),
        ("webhook_keys", "no key", "give 32 random bytes"),
        ("webhook_retries", "5,soon", "valid number"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_what_is_wanted(
    name: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"NUSQA_{name.upper()}", value)
    with pytest.raises(SettingsError, match=name) as caught:
        Settings.load()
    assert advice in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["sqlite:////srv/nusqa.db", "postgresql://u:p@h/db", "postgresql+psycopg:///db?host=/run/pg"],
)
def test_a_database_of_a_kind_that_is_tested_is_taken(url: str) -> None:
    assert Settings.load(database_url=url).database == url


def test_the_slash_at_an_address_end_is_dropped() -> None:
    assert Settings.load(etalon_url="http://localhost:9000/").etalon_url == "http://localhost:9000"


def test_lists_are_parted_by_commas_in_a_variable_and_are_lists_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nusqa.toml").write_text('webhook_allow = ["10.0.0.0/8"]\n')
    monkeypatch.setenv("NUSQA_WEBHOOK_RETRIES", "5, 60,")
    settings = Settings.load()
    assert settings.webhook_allow == ("10.0.0.0/8",)
    assert settings.webhook_retries == (5, 60)


def test_a_cluster_needs_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUSQA_SEARCH_ENGINE", "opensearch")
    with pytest.raises(SettingsError, match="opensearch_urls: give the addresses of the nodes"):
        Settings.load()


def test_the_nodes_of_a_cluster_are_listed_and_the_password_is_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NUSQA_SEARCH_ENGINE", "opensearch")
    monkeypatch.setenv("NUSQA_OPENSEARCH_URLS", "https://one:9200/, https://two:9200")
    monkeypatch.setenv("NUSQA_OPENSEARCH_PASSWORD", "not to be shown")
    settings = Settings.load()
    assert settings.opensearch_urls == ("https://one:9200", "https://two:9200")
    assert "not to be shown" not in repr(settings)


def test_a_faulty_secret_is_not_repeated_in_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUSQA_WEBHOOK_KEYS", "half-of-a-real-key")
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert "half-of-a-real-key" not in str(caught.value)
