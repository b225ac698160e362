"""The revisions that are read from files' names are those that Alembic knows."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import as_file, files

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from corpus.store import Store
from corpus.store.revisions import revision_of, revisions


def test_the_names_of_the_migrations_say_their_revisions_in_order() -> None:
    with as_file(files("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        script = ScriptDirectory.from_config(config)
        walked = [one.revision for one in script.walk_revisions()]
        assert script.get_heads() == [walked[0]]
    assert list(revisions()) == walked[::-1]


def test_a_database_has_the_revision_that_alembic_reads(store: Store) -> None:
    with store.engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
        assert revision_of(connection) == found == revisions()[-1]


def test_who_only_opens_a_store_does_without_alembic() -> None:
    asked = (
        "import sys; from corpus.store import open_store\n"
        "assert 'corpus.store.database' in sys.modules\n"
        "assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
