"""The pages for readers, a module a kind of page; every one works without a script."""
