"""Specifications of charts and facts become what is drawn: `resolve.py` is the way in."""
