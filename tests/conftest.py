"""What every test may use: the real registry texts, a real PostgreSQL, a real cluster."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.postgres", "tests.servers.opensearch.fixtures"]

# Property tests judge results, not speed: a busy machine must not fail them. Nor does chance: every
# run draws the same examples, and NUSQA_TEST_EXPLORE others each time, for who looks for faults.
settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="NUSQA_TEST_EXPLORE" not in os.environ,
)
settings.load_profile("unhurried")

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_registry() -> Path:
    """The folder of official registry texts; a test that needs it skips where it is absent."""
    named = os.environ.get("NUSQA_TEST_REGISTRY")
    folder = Path(named) if named else REPOSITORY.parent / "shared" / "registry"
    if not (folder / "manifest.toml").is_file():
        pytest.skip(f"no registry texts in {folder}: name their folder in NUSQA_TEST_REGISTRY")
    return folder
