"""Nodes become records: `records.py` is the way in."""
