"""What can be done, and what was open last."""
