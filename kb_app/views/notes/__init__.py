"""All notes over all documents."""
