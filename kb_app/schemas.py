"""The tables of every room of the person's data, in the order in which they are made."""

from kb_app.library import schema as library_schema
from kb_app.notes import schema as notes_schema
from kb_app.packs import schema as packs_schema
from kb_app.workshops import schema as workshops_schema

MIGRATIONS = (
    library_schema.migrations,
    notes_schema.migrations,
    workshops_schema.migrations,
    packs_schema.migrations,
)
