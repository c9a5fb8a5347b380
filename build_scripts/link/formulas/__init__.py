"""What formulas come to: `evaluate.py` is the way in."""
