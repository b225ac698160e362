"""What the API answers, in the words of the field; one module a concept."""
