"""Chains of custody, forwards and back: `trace` and `impact`."""
