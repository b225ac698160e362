"""The law taken away in other forms: tables, documents, dumps, a history in git."""
