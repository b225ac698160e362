"""`nusqa export`: the law taken away in other forms, a module a kind."""
