"""tantivy asked what Batea asks of its own index, not only the words as they were written.

It gets the same passages in the same fields (words as written, stems, stems of title and
headings, in each language, weighed alike), and the question as Batea has corrected and expanded
it: the best of the alternatives of each thing asked, added up. It answers with the best passages
and their number; grouping them to entries, and what depends on entries, it is spared.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.ours import Ours
from benchmarks.rivals import LIMIT, tantivy
from indexer.analysis import LANGS, fold, raws, stem
from indexer.expansion import Alternative, Group
from indexer.impacts import FIELD_WEIGHTS, FORM
from indexer.passages import passages_of


class Alike:
    """The index, and how it is asked."""

    def __init__(self, folder: Path, ours: Ours) -> None:
        builder = tantivy.SchemaBuilder()
        for field in ("form", "text", "head"):
            for lang in LANGS:
                builder.add_text_field(
                    f"{field}_{lang}", tokenizer_name="whitespace", index_option="freq"
                )
        self._schema = builder.build()
        folder.mkdir()
        index = tantivy.Index(self._schema, path=str(folder))
        writer = index.writer(128_000_000, 1)
        for entry in ours.entries:
            for edition in entry.editions.values():
                for passage in passages_of(edition, ours.vocabulary):
                    lang = passage.lang
                    words = [fold(raw) for raw in raws(passage.text)]
                    heads = [fold(raw) for raw in raws(passage.headings)]
                    fields = {
                        f"form_{lang}": words,
                        f"text_{lang}": [stem(word, lang) for word in words],
                        f"head_{lang}": [stem(word, lang) for word in heads],
                    }
                    rows = {name: " ".join(row) for name, row in fields.items()}
                    writer.add_document(tantivy.Document(**rows))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def question(self, groups: Sequence[Group]) -> Any:
        """The question in tantivy's terms."""
        should, query = tantivy.Occur.Should, tantivy.Query
        things = [query.disjunction_max_query([self._alternative(a) for a in group.alternatives])
                  for group in groups]  # fmt: skip
        return query.boolean_query([(should, thing) for thing in things])

    def best(self, question: Any) -> list[Any]:
        """The best passages, counted too."""
        return list(self._searcher.search(question, LIMIT).hits)

    def _alternative(self, alternative: Alternative) -> Any:
        must, query = tantivy.Occur.Must, tantivy.Query
        words = [self._word(word, alternative.lang) for word in alternative.words]
        whole = query.boolean_query([(must, word) for word in words])
        return query.boost_query(whole if len(words) > 1 else words[0], alternative.weight)

    def _word(self, word: str, lang: str) -> Any:
        should, query, shape = tantivy.Occur.Should, tantivy.Query, stem(word, lang)
        written = query.term_query(self._schema, f"form_{lang}", word)
        return query.boolean_query([
            (should, query.boost_query(written, FIELD_WEIGHTS[FORM])),
            (should, query.term_query(self._schema, f"text_{lang}", shape)),
            (should, query.term_query(self._schema, f"head_{lang}", shape)),
        ])  # fmt: skip
