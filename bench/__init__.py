"""Measurements against what a user would build instead. May import every room; no room imports it.

Nothing here is asserted about time: figures depend on the machine, so they are printed and kept, never tested.
"""
