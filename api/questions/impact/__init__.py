"""What became of provisions since they were cited."""
