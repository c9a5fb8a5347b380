"""Formulas and conditions, from text to trees and back: `formula.py` is the way in."""
