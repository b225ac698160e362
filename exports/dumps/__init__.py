"""Dumps of the whole corpus: writers over iterators of rows; nothing here reads a store."""
