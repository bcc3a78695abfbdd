"""Plans, blocks, timing, knowledge checks, attendance, follow-up."""
