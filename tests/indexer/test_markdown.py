"""The only parser and the only sanitiser: what gets through, and what never does."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import markdown as markdown_module
from indexer import tree
from indexer.errors import DocumentUnreadable
from indexer.html import HtmlStyle, blocks_html
from indexer.markdown import parse, safe_href, safe_media_name

PLAIN = HtmlStyle(
    cite=lambda s: f"[{s}]",
    image=lambda name, alt: f"(image {name})",
    number=lambda n: "",
    admonition=str.capitalize,
)


def html(markdown: str) -> str:
    return "\n".join(blocks_html(s.blocks, PLAIN) for s in parse(markdown).sections)


def words(markdown: str) -> str:
    return tree.canonical_text(parse(markdown)).text


def test_sections_carry_the_id_that_both_languages_share():
    document = parse("## Contexto {#context}\n\nUno.\n\n## Qué se hizo {#actions}\n\nDos.")
    assert [section.id for section in document.sections] == ["context", "actions"]
    assert document.section("actions").blocks[0].children == (tree.Text("Dos."),)


def test_units_are_numbered_in_reading_order():
    document = parse("## A {#a}\n\nUno.\n\n- dos\n- tres\n\n| x | y |\n|---|---|\n| cuatro | 4 |")
    numbered = [(u.number, u.text) for u in tree.units(document) if u.number]
    assert numbered == [(1, "Uno."), (2, "dos"), (3, "tres"), (4, "cuatro | 4")]


def test_a_citation_is_a_mark_and_not_part_of_the_words():
    document = parse("## A {#a}\n\nTres mil mujeres.[^S1][^S12]")
    assert tree.canonical_text(document).text == "A\nTres mil mujeres."
    assert [u.cites for u in tree.units(document)][-1] == ("S1", "S12")


def test_activities_keep_their_minutes_and_group():
    heading = parse("## A {#activities}\n\n### Reloj {#activity-clock minutes=30 group=4-6}")
    block = heading.sections[0].blocks[0]
    assert (block.id, dict(block.attributes)) == (
        "activity-clock",
        {"minutes": "30", "group": "4-6"},
    )


def test_answers_know_which_one_is_right():
    document = parse("## A {#check}\n\n- [ ] una\n- [x] la correcta\n- otra cosa")
    items = document.sections[0].blocks[0].items
    assert [item.checked for item in items] == [False, True, None]
    assert words("## A {#check}\n\n- [x] la correcta") == "A\nla correcta"


def test_marked_blocks_keep_their_kind():
    block = parse("!!! facilitator\n    Solo para usted.\n\n    Y esto.").sections[0].blocks[0]
    assert (block.kind, block.title, len(block.blocks)) == ("facilitator", "", 2)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<iframe src='https://example.org'></iframe>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "[x](file:///etc/passwd)",
        "![x](file:///etc/passwd)",
        "![x](https://example.org/spy.png)",
        "![x](//example.org/spy.png)",
        "![x](../../secret.png)",
        "![x](\\\\server\\share\\a.png)",
        "## A {onclick=alert(1) style=color:red}\n\ntexto",
        "<style>body{background:url(https://example.org)}</style>",
        "<a href='https://example.org' target=_top>x</a>",
    ],
)
def test_nothing_that_runs_or_fetches_gets_through(hostile):
    out = html(hostile)
    for forbidden in ("<script", "<iframe", "<style", "<img", "onerror=alert(1)>", "(image"):
        assert forbidden not in out
    for scheme in ("javascript:", "data:", "file:"):
        assert f'href="{scheme}' not in out.lower()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_becomes_a_tree_whose_html_has_only_known_tags(text):
    try:
        document = parse(text)
    except DocumentUnreadable as refused:
        assert refused.reason == "too-deep"
        return
    out = "\n".join(blocks_html(s.blocks, PLAIN) for s in document.sections)
    assert "<script" not in out.lower()
    assert "<img" not in out.lower()
    text_again = tree.canonical_text(document)
    for span in text_again.spans:
        assert 0 <= span.start <= span.end <= len(text_again.text)


@given(st.lists(st.text("abc ñé", min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_spans_cut_the_canonical_text_into_its_units(paragraphs):
    document = parse("\n\n".join(paragraphs))
    canonical = tree.canonical_text(document)
    pieces = [canonical.text[span.start : span.end] for span in canonical.spans]
    assert "\n".join(pieces) == canonical.text
    for span in canonical.spans:
        if span.end > span.start:
            assert canonical.span_at(span.start) == span


@pytest.mark.parametrize("deep", ["> " * 40 + "x", " " * 200 + "- x", ">" * 5000])
def test_what_nests_too_deep_is_refused_and_not_a_crash(deep):
    with pytest.raises(DocumentUnreadable) as refused:
        parse(deep)
    assert refused.value.reason == "too-deep"


@pytest.mark.parametrize(
    ("href", "passes"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("#context", True),
        ("batea:5a0c2abd-cf8c-423d-bf47-fb673df842ea", True),
        ("batea:../x", False),
        ("ftp://example.org", False),
        ("/etc/passwd", False),
        ("https://a b", False),
    ],
)
def test_the_rule_of_addresses(href, passes):
    assert bool(safe_href(href)) is passes


@pytest.mark.parametrize(
    ("src", "name"),
    [("media/a.png", "a.png"), ("../media/a.png", "a.png"), ("a.png", "a.png"),
     ("../../a.png", ""), ("media/../a.png", ""), (".hidden", ""), ("c:a.png", "")],
)  # fmt: skip
def test_images_are_names_in_the_media_folder(src, name):
    assert safe_media_name(src) == name


@settings(max_examples=200, deadline=None)
@given(body=st.text("ab \n*_`[]()!<>&\\^S1#-|x:/.~\"'", max_size=60))
def test_text_without_marks_is_passed_over_and_nothing_else_is(body):
    """The same tree as when every text is searched for every notation."""

    def parsed() -> object:
        parse.cache_clear()
        try:
            return parse(body)
        except DocumentUnreadable as error:
            return error.reason

    quick = parsed()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown_module, "_INLINE", re.compile(""))
        assert parsed() == quick
