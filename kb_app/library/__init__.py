"""Shelves and the catalogue of entries."""
