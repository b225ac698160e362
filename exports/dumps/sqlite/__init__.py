"""The whole corpus as one SQLite file, for readers of tables: Datasette, notebooks, `sqlite3`."""
