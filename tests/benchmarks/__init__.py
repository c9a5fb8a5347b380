"""Benchmarks: generated publications of any size, measured stage by stage."""
