"""Watches in SQL: who is told of what, the messages, and the log of sending them."""
