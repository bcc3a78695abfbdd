"""Make, verify, preview, import and undo packs."""
