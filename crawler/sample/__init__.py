"""A small registry that ships with Nusqa: our own paraphrase, not official text.

Served on loopback in the shape of the two real registries, it is what the demo, the tests and the
fault drills crawl over real HTTP. `python -m crawler.sample --port 8010` serves it by hand.
"""
