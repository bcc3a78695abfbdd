"""The person's own data: one SQLite file, opened, migrated, backed up and checked."""
