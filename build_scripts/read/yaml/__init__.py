"""YAML as nodes with places, and its mistakes in words: `reader.py` is the way in."""
