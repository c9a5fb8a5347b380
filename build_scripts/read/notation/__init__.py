"""Figures in text, in the notation of `docs/notation.md`: `figures.py` is the way in."""
