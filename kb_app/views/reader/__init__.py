"""Read: tabs, contents, text, sources, notes beside the text."""
