"""Outputs for machines, from the same records as the pages."""
