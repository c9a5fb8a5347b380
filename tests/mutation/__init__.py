"""Mutations: every figure that a reader can see is changed, one at a time, and must be caught."""
