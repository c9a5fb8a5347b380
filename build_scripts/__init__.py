"""Countercheck: a publication of fact-checks, and the engine that builds it."""
