"""Talleres: the list, the plan, the room while a workshop runs, and what is taken home."""
