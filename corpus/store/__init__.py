"""The law in SQL: snapshots, editions, texts, changes and the records of runs.

`open_store` opens it; `reads` and `writes` hold what is done with its sessions.
"""

from corpus.store.database import SchemaState, Store, open_store

__all__ = ["SchemaState", "Store", "open_store"]
