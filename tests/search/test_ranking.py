"""Which text comes first, on libraries of a few lines."""

from collections.abc import Callable

import pytest

from benchmarks.adapter import build, search

Ask = Callable[..., list[str]]


@pytest.fixture
def library(tmp_path) -> Callable[..., Ask]:
    """Texts by name and language ("one.es"), indexed; what a question finds in them, in order."""
    opened = []

    def made(**texts: str) -> Ask:
        folder = tmp_path / "library"
        folder.mkdir()
        for name, text in texts.items():
            (folder / f"{name.replace('_', '.')}.md").write_text(text + "\n", encoding="utf-8")
        index = build(folder, cache=tmp_path / "cache")
        opened.append(index)
        return lambda text, **more: [row[0] for row in search(index, text, **more)]

    yield made
    for index in opened:
        index.close()


def filled(topic: str) -> dict[str, str]:
    """Texts that say something else, so that a word of one text is rare."""
    return {f"other{n}_es": f"Aquí {topic} con la gente del río número {n}." for n in range(8)}


@pytest.mark.parametrize(
    ("question", "frame"),
    [
        ("¿quiénes son y cuándo se vio una retorta?", "Nadie sabe quiénes son ni cuándo se van."),
        ("¿cuántas retortas puede tener?", "No importa cuántas puede tener ni cuántas quiere."),
        ("what happens when and how does a retorta?", "What happens when and how does it happen?"),
    ],
)
def test_words_that_ask_are_not_the_subject(library, question, frame):
    ask = library(frame_es=frame, subject_es="Una retorta de barro.", **filled("trabajan"))
    assert ask(question)[0] == "subject"


def test_a_word_that_asks_is_none_with_a_typo_either(library):
    frame = "Nadie sabe cuándo ni cuánto ni cómo."
    ask = library(frame_es=frame, subject_es="Trae la retorta de barro.", **filled("trabajan"))
    assert ask("cuánddo retorta") == ["subject"]


def test_a_question_of_words_that_ask_alone_is_searched_as_it_is(library):
    ask = library(frame_es="Nadie sabe cuándo.", **filled("trabajan"))
    assert ask("¿cuándo?") == ["frame"]


def test_a_rare_word_outweighs_several_common_ones(library):
    common = {f"c{n}_es": f"La gente trabaja junto al río {n}." for n in range(8)}
    rare = "Ordenaron la retorta de barro, y no dicen más de lo que pasó aquel año en el pueblo."
    ask = library(rare_es=rare, **common)
    assert ask("gente trabaja río retorta")[0] == "rare"


def test_a_word_that_no_text_has_does_not_change_the_order(library):
    ask = library(one_es="Una retorta de barro.", two_es="Barro del río.", **filled("hablan"))
    assert ask("retorta barro") == ask("retorta barro xyzzyx")


def test_a_label_that_begins_with_a_little_word_is_searched(library):
    ask = library(one_en="They do no harm.", two_es="El daño de otros.", **filled("hablan"))
    assert set(ask("no hacer daño")) == {"one", "two"}
