"""The cards that are shown where a page is shared."""
