"""Annotations and how they hold on to text."""
