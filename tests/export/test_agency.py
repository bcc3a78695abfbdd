"""The institution's name and logo on covers: kept once, used by every export."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image

from kb_app.export.agency import credits_of, forget_logo, has_logo, keep_logo
from kb_app.export.errors import LogoUnreadable
from kb_app.schemas import MIGRATIONS
from kb_app.store import open_store


@pytest.fixture
def store(tmp_path):
    made = open_store(tmp_path / "batea.sqlite", MIGRATIONS)
    yield made
    made.close()


def a_picture(tmp_path, side: int = 1600):
    data = io.BytesIO()
    Image.new("RGB", (side, side // 2), "#1F6F5C").save(data, "PNG")
    path = tmp_path / "escudo.png"
    path.write_bytes(data.getvalue())
    return path


def test_name_and_logo_stand_in_the_credits_until_they_are_taken_away(store, tmp_path):
    store.set_setting("agency", "INHGEOMIN")
    keep_logo(tmp_path, a_picture(tmp_path))
    credits = credits_of(store, tmp_path, date(2026, 11, 26))
    assert (credits.agency, credits.date) == ("INHGEOMIN", "2026-11-26")
    assert credits.logo is not None and max(credits.logo.width, credits.logo.height) <= 800
    forget_logo(tmp_path)
    assert not has_logo(tmp_path)
    assert credits_of(store, tmp_path).logo is None


def test_what_is_no_picture_is_refused_and_changes_nothing(store, tmp_path):
    keep_logo(tmp_path, a_picture(tmp_path))
    bad = tmp_path / "bad.png"
    bad.write_text("no picture")
    with pytest.raises(LogoUnreadable):
        keep_logo(tmp_path, bad)
    assert credits_of(store, tmp_path).logo is not None


def test_a_logo_that_was_damaged_does_not_stop_an_export(store, tmp_path):
    (tmp_path / "logo").write_bytes(b"rubbish")
    assert credits_of(store, tmp_path).logo is None
