"""Comparison tables («сравнительная таблица»): of two editions, or of two sets of provisions."""
