"""The frame of the window: navigation, search box, palette, help."""
