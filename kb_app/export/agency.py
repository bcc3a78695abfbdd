"""Who hands the material over: the institution's name and logo, kept with the person's data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kb_app.export.errors import LogoUnreadable
from kb_app.export.material import Credits
from kb_app.export.pictures import Picture, picture
from kb_app.store import Store
from kb_app.store.errors import FolderUnwritable
from kb_app.store.files import write_whole

LOGO = "logo"
LOGO_SIDE = 800  # pixels: sharp on a cover, small in every file


def read_logo(path: Path) -> Picture:
    """A picture fit for covers. Raises LogoUnreadable."""
    try:
        found = picture(path.read_bytes(), LOGO_SIDE)
    except OSError:
        found = None
    if found is None:
        raise LogoUnreadable(path.name)
    return found


def keep_logo(data: Path, path: Path) -> None:
    """Use this picture on covers from now on. Raises LogoUnreadable, FolderUnwritable."""
    made = read_logo(path).data
    try:
        write_whole(data / LOGO, made)
    except OSError as error:
        raise FolderUnwritable(data.name) from error


def forget_logo(data: Path) -> None:
    """Covers without a logo again."""
    (data / LOGO).unlink(missing_ok=True)


def has_logo(data: Path) -> bool:
    """Whether covers have a logo."""
    return (data / LOGO).exists()


def credits_of(store: Store, data: Path, today: date | None = None) -> Credits:
    """The institution in the settings with its logo; one that cannot be read is left out."""
    logo = None
    if has_logo(data):
        try:
            logo = read_logo(data / LOGO)
        except LogoUnreadable:
            logo = None
    name = str(store.setting("agency", ""))
    return Credits(name, (today or date.today()).isoformat(), logo)
