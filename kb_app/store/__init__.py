"""The person's own data: one SQLite file, opened, migrated, backed up and checked."""

from kb_app.store.backups import Backup, backup_if_due, list_backups, make_backup, restore
from kb_app.store.files import FolderLock
from kb_app.store.recovery import StartupReport, open_safely
from kb_app.store.store import Store, open_store

__all__ = [
    "Backup",
    "FolderLock",
    "StartupReport",
    "Store",
    "backup_if_due",
    "list_backups",
    "make_backup",
    "open_safely",
    "open_store",
    "restore",
]
