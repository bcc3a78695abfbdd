"""The verbs of the command line, a module for each room. `kb_app.cli` assembles them."""
