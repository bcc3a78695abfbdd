"""Seguimiento: what was agreed over all workshops, what is due, who was reached."""
