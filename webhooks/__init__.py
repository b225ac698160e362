"""Telling watchers: feeds become signed messages, messages become HTTP requests."""
