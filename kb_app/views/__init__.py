"""Widgets, and nothing else: they tell what was asked and show what they are given."""
