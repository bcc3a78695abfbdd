"""Reading: pages, contents, sources and words explained, notes beside the text."""
