"""What changed for readers since a revision: `changes --since` and `check --since`."""
