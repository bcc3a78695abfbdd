"""Packs from the command line: the answers and exit codes that other programs rely on."""

from __future__ import annotations

import io
import json

import pytest

from kb_app.cli import main
from tests.packs.making import LIME, draft, seeded, sha256
from tests.packs.test_merge import HELD, NEWER, OTHER, STRANGE, with_text

DONE, PROBLEMS, WRONG_USE, NEWER_VERSION, WAITS = range(5)


@pytest.fixture
def batea(tmp_path, library, capsys):
    """Runs `batea` as a person; gives the exit code, the JSON and what was said."""

    def run(*words, data="ana"):
        with pytest.raises(SystemExit) as end:
            main(
                [
                    "--data",
                    str(tmp_path / data),
                    "--content",
                    str(library),
                    "--ui",
                    "es",
                    "--json",
                    *map(str, words),
                ]
            )
        said = capsys.readouterr()
        answer = json.loads(said.out) if said.out.strip() else None
        return end.value.code or 0, answer, said.err

    return run


@pytest.fixture
def file(tmp_path):
    return tmp_path / "p.batea"


def test_create_verify_preview_import_list_undo(batea, file):
    code, made, _ = batea("pack", "create", "lime", "gold", "--out", file, "--sign")
    assert (code, made["counts"]["documents"], made["sha256"]) == (
        DONE,
        4,
        sha256(file.read_bytes()),
    )
    code, checked, _ = batea("pack", "verify", file)
    assert (code, checked["verdict"], checked["signature"]["state"]) == (DONE, "sound", "valid")
    assert set(checked) >= {"verdict", "reason", "signature", "counts"}
    code, seen, _ = batea("pack", "preview", file, data="berta")
    assert (code, {row["state"] for row in seen["documents"]}) == (DONE, {"same"})
    code, taken, _ = batea("pack", "import", file, data="berta")
    assert (code, taken["verdict"]) == (DONE, "imported")
    assert set(taken) >= {"import_id", "verdict", "new", "updated", "conflicts", "skipped"}
    code, listed, _ = batea("pack", "list", data="berta")
    assert [row["import_id"] for row in listed["imports"]] == [taken["import_id"]]
    code, undone, _ = batea("pack", "undo", taken["import_id"], data="berta")
    assert (code, undone["left"]) == (DONE, [])
    code, _, said = batea("pack", "undo", taken["import_id"], data="berta")
    assert (code, "ya se deshizo" in said) == (PROBLEMS, True)


@pytest.mark.parametrize("verb", ["verify", "preview", "import"])
def test_a_refused_pack_ends_with_1_and_says_why_and_what_now(batea, file, verb):
    file.write_bytes(draft().data()[:-30])
    code, answer, said = batea("pack", verb, file)
    assert (code, answer["verdict"], answer["reason"]) == (PROBLEMS, "refused", "not-a-zip")
    assert "No se ha cambiado nada" in said


@pytest.mark.parametrize("verb", ["verify", "preview", "import"])
def test_a_file_that_is_not_there_ends_with_1(batea, file, verb):
    code, answer, _ = batea("pack", verb, file)
    assert (code, answer["reason"]) == (PROBLEMS, "unreadable")


@pytest.mark.parametrize("verb", ["verify", "preview", "import"])
def test_a_pack_of_a_newer_version_ends_with_3_and_nothing_is_merged(batea, file, verb):
    draft(version="2.0").write(file)
    code, answer, said = batea("pack", verb, file)
    assert (code, answer["verdict"]) == (NEWER_VERSION, "newer")
    assert "2.0" in said
    assert batea("pack", "list")[1]["imports"] == []


def test_a_later_minor_version_is_read(batea, file):
    draft(version="1.9").write(file)
    assert batea("pack", "verify", file)[0] == DONE


def test_a_changed_key_ends_with_4_until_it_is_accepted(batea, file):
    made = draft()
    made.key = seeded(1)
    assert batea("pack", "import", made.write(file))[0] == DONE
    made = draft(pack_id="5b1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d02")
    made.key = seeded(2)
    code, answer, said = batea("pack", "import", made.write(file))
    assert (code, answer["verdict"], answer["reason"]) == (WAITS, "asks", "changed")
    assert "compare las palabras" in said
    assert len(batea("pack", "list")[1]["imports"]) == 1
    assert batea("pack", "preview", file)[1]["verdict"] == "asks"
    assert batea("pack", "import", file, "--trust")[0] == DONE


def test_conflicts_alone_end_with_4_and_change_nothing(batea, file):
    code, answer, said = batea("pack", "import", with_text(STRANGE).write(file))
    assert (code, answer["verdict"], answer["conflicts"]) == (WAITS, "asks", ["Un caso"])
    assert "--take" in said
    assert batea("pack", "list")[1]["imports"] == []


def test_take_all_takes_a_fork_and_copies_what_is_unrelated(batea, file):
    batea("pack", "import", with_text(NEWER, HELD).write(file))
    code, answer, _ = batea("pack", "import", with_text(OTHER, HELD).write(file), "--take", "all")
    assert (code, answer["updated"]) == (DONE, ["caso-01"])
    code, answer, _ = batea("pack", "import", with_text(STRANGE).write(file), "--take", "all")
    assert (code, answer["copied"]) == (DONE, ["caso-01-2"])


def test_take_names_what_is_wanted_and_only_that(batea, file):
    code, answer, _ = batea("pack", "import", with_text(NEWER, HELD).write(file), "--take", LIME)
    assert (code, answer["updated"]) == (DONE, ["caso-01"])
    code, _, _ = batea("pack", "import", file, "--take", "otra-cosa")
    assert code == WRONG_USE


def test_wrong_use_ends_with_2(batea, file):
    assert batea("pack", "create", "lime")[0] == WRONG_USE
    assert batea("pack", "verify")[0] == WRONG_USE
    assert batea("pack", "nada")[0] == WRONG_USE
    assert batea("pack", "catalog", file / "nada")[0] == WRONG_USE


def test_nothing_to_pack_and_a_file_that_is_there_end_with_1(batea, file):
    assert batea("pack", "create", "--out", file)[0] == PROBLEMS
    assert batea("pack", "create", "nada", "--out", file)[0] == PROBLEMS
    assert batea("pack", "create", "lime", "--out", file)[0] == DONE
    assert batea("pack", "create", "lime", "--out", file)[0] == PROBLEMS


def test_a_reply_names_all_that_leaves(batea, file, tmp_path):
    batea("pack", "create", "lime", "--out", file, data="ana")
    batea(
        "notes",
        "add",
        "lime",
        "--lang",
        "es",
        "--quote",
        "40 sacos",
        "--body",
        "Vino Rosa",
        "--shareable",
        data="berta",
    )
    back = tmp_path / "back.batea"
    code, answer, _ = batea("pack", "reply", file, "gold", "--out", back, data="berta")
    assert code == DONE
    assert {"kind": "note", "text": "Vino Rosa", "where": "40 sacos"} in answer["leaves"]
    assert answer["counts"] == {"documents": 2, "notes": 1, "workshops": 0, "files": 12}


def test_a_folder_is_listed_and_published(batea, tmp_path, golden):
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "p.batea").write_bytes((golden / "plain.batea").read_bytes())
    code, answer, _ = batea("pack", "list", folder)
    assert (code, answer["packs"][0]["standing"]) == (DONE, "updated")
    assert batea("pack", "catalog", folder, "--title", "Sur")[0] == DONE
    (folder / "q.batea").write_bytes(b"x")
    code, answer, _ = batea("pack", "catalog", folder)
    assert (code, len(answer["left_out"])) == (PROBLEMS, 1)


def test_the_key_is_shown_copied_and_locked(batea, file, tmp_path, monkeypatch):
    code, shown, _ = batea("pack", "key", "--out", tmp_path / "copia.json")
    assert code == DONE
    assert (tmp_path / "copia.json").read_bytes() == (
        tmp_path / "ana" / "signing-key.json"
    ).read_bytes()
    assert batea("pack", "key", "--out", tmp_path / "copia.json")[0] == PROBLEMS
    monkeypatch.setattr("sys.stdin", io.StringIO("cal y oro\ncal y oro\n"))
    monkeypatch.setattr("getpass.getpass", lambda *_a, **_k: input())
    assert batea("pack", "key", "--password")[0] == DONE
    code, _, said = batea("pack", "create", "lime", "--out", file, "--sign")
    assert (code, "contraseña" in said) == (PROBLEMS, True)
    monkeypatch.setenv("BATEA_KEY_PASSWORD", "cal y oro")
    made = batea("pack", "create", "lime", "--out", file, "--sign")[1]
    assert made["signature"]["key"] == shown["key"]
