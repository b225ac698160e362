"""The JSON routes, one module a concept."""
