"""How provisions are related: what they cite, what cites them, what they came from and went to."""
