"""The index is a Whoosh index: what our writer puts into it in bulk is what Whoosh's own writer
puts there document by document, and Whoosh's own search finds it.
"""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import FileIndex, create_in, open_dir
from whoosh.query import And, Or, Prefix, Term
from whoosh.scoring import Frequency

from indexer import inversion
from indexer.analysis import LANGS, fold, raws, stem
from indexer.arrays import save_arrays
from indexer.codec import ArrayCodec
from indexer.gathering import Gathered
from indexer.layout import ARRAYS, STREAM, WHOOSH, SegmentFiles
from indexer.lexicon import lexicons_of
from indexer.passages import Passage
from indexer.schema import schema

LETTERS = st.text("abñÑéÉ oO 7-_İßǅ\n", max_size=40)
PASSAGES = st.lists(st.tuples(st.sampled_from(LANGS), LETTERS, LETTERS), max_size=12)
STEMMED = [("es", "Las mujeres de la mina. De año en año: ¡MUJERES!", "Mineras y años")]


def passages(rows) -> list[Passage]:
    return [Passage("", lang, "", "", text, (), heads) for lang, text, heads in rows]


def written_by_whoosh(some: list[Passage], folder: Path, codec: W3Codec) -> FileIndex:
    """Whoosh's own writer, a document for each passage."""
    folder.mkdir()
    index = create_in(str(folder), schema())
    writer = index.writer(codec=codec, compound=False)
    for passage in some:
        words = raws(passage.text)
        writer.add_document(**{
            f"s_{passage.lang}": Counter(fold(word) for word in words),
            f"n_{passage.lang}": Counter(word for word in words if "ñ" in word),
            f"h_{passage.lang}": Counter(
                stem(fold(word), passage.lang) for word in raws(passage.headings)
            ),
        })  # fmt: skip
    writer.commit()
    return index


def written_by_us(some: list[Passage], folder: Path) -> FileIndex:
    folder.mkdir()
    gathered = Gathered(folder)
    for passage in some:
        gathered.take(passage)
    gathered.end_entry()
    save_arrays(folder / ARRAYS, gathered.write({}))
    gathered.close()
    return open_dir(str(folder / WHOOSH))


def contents(index: FileIndex) -> dict:
    """All that Whoosh reads of an index: terms, what it knows of each, postings, lengths."""
    held: dict = {}
    with index.reader() as reader:
        for field, term in reader.all_terms():
            info = reader.term_info(field, term)
            matcher = reader.postings(field, term)
            postings = []
            while matcher.is_active():
                postings.append((matcher.id(), matcher.weight()))
                matcher.next()
            known = (info.weight(), info.doc_frequency(), info.min_length(), info.max_length(),
                     info.max_weight(), info.min_id(), info.max_id())  # fmt: skip
            held[field, term] = (known, postings)
        held["documents"] = reader.doc_count_all()
        held["stored"] = [reader.stored_fields(n) for n in range(reader.doc_count_all())]
        held["lengths"] = {name: reader.field_length(name) for name in schema().names()}
    return held


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=PASSAGES)
def test_our_writer_puts_into_the_index_what_whooshs_puts_there(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("both")
    some = passages(rows + STEMMED)
    ours = contents(written_by_us(some, folder / "ours"))
    assert ours == contents(written_by_whoosh(some, folder / "whooshs", W3Codec()))
    assert ours == contents(written_by_whoosh(some, folder / "ours, slowly", ArrayCodec()))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=PASSAGES, run=st.integers(1, 9), kept=st.integers(1, 9))
def test_the_same_in_many_runs_and_from_the_disk(rows, run, kept, tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    some = passages(rows + STEMMED * 3)
    whole = contents(written_by_us(some, folder / "whole"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inversion, "RUN", run)
        patch.setattr(inversion, "KEPT", kept)
        assert contents(written_by_us(some, folder / "runs")) == whole
    for name in (STREAM, ARRAYS):
        assert (folder / "runs" / name).read_bytes() == (folder / "whole" / name).read_bytes()


def test_what_is_read_in_place_is_what_whoosh_reads(tmp_path):
    texts = ["oro y plata de año en año", "plata y años", "Oro oro", "oropel", ""]
    some = [Passage("", lang, "", "", t, (), "Oro") for t in texts for lang in LANGS]
    index = written_by_us(some, tmp_path / "i")
    with index.reader() as reader, closing(SegmentFiles(tmp_path / "i")) as files:
        for lang, lexicon in lexicons_of(files).items():
            terms = [term.decode() for term in reader.lexicon(f"s_{lang}")]
            assert list(lexicon.forms) == terms
            for term in terms:
                matcher = reader.postings(f"s_{lang}", term)
                assert lexicon.form(term)[0].tolist() == list(matcher.all_ids())
            for raw in ("año", "años"):
                assert lexicon.enye(raw)[0].tolist() == list(
                    reader.postings(f"n_{lang}", raw).all_ids()
                )


def test_a_stem_weighs_what_it_weighs_in_text_and_in_headings_together(tmp_path):
    rows = [("mina aquí", "Nada"), ("Todo esto", "Mina"), ("mina aquí", "Mina"), ("Otra", "Más")]
    some = [Passage("", "es", "", "", text, (), heads) for text, heads in rows]
    written_by_us(some, tmp_path / "i")
    with closing(SegmentFiles(tmp_path / "i")) as files:
        # A form that stands nowhere: what is found is the stem's.
        passages, impacts = lexicons_of(files)["es"].word("minas")
        assert passages.tolist() == [0, 1, 2]
        assert impacts[2] == pytest.approx(impacts[0] + impacts[1], rel=1e-3)
        assert (impacts > 0).all()


def test_whooshs_own_search_finds_what_stands_in_it(tmp_path):
    texts = ["oro y plata", "plata", "oro oro", "oropel"]
    index = written_by_us([Passage("", "es", "", "", t, (), "") for t in texts], tmp_path / "i")
    with index.searcher(weighting=Frequency()) as searcher:

        def found(query) -> list[int]:
            return [hit.docnum for hit in searcher.search(query)]

        gold, silver = Term("s_es", "oro"), Term("s_es", "plata")
        assert found(gold) == [2, 0]
        assert found(And([gold, silver])) == [0]
        assert sorted(found(Or([gold, silver]))) == [0, 1, 2]
        assert sorted(found(Prefix("s_es", "oro"))) == [0, 2, 3]
        assert found(Term("s_en", "oro")) == []


def test_a_word_more_often_than_two_bytes_can_say_is_counted_as_their_most(tmp_path):
    index = written_by_us([Passage("", "es", "", "", "a " * 70_000, (), "")], tmp_path / "i")
    with index.reader() as reader:
        assert reader.postings("s_es", "a").weight() == 65_535
        assert reader.frequency("s_es", "a") == 70_000
