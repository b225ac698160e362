"""Amendments in SQL: what notes say, recorded once, withdrawn, and listed."""
