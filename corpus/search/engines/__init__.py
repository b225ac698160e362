"""The engines behind the protocol of `corpus.search.engine`: a package each."""
