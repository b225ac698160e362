"""Changes in SQL: a feed that only grows."""
