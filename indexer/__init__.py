"""From Markdown files to searchable passages. Knows no Qt, no user, no pack."""
