"""Xapian behind a pipe: a line of JSON in, a line of JSON out with its processor milliseconds.

Its bindings come with the system's Python, not with ours, so this file stands alone.
"""

import json
import sys
import time

import xapian

LIMIT = 10
EVERY = 10_000_000  # documents looked at: how many there are in all is told, as by ours


class Server:
    """One database, with the stemmers of the two languages."""

    def __init__(self, path):
        self.writable = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OPEN)
        self.generators = {}
        for lang, name in (("es", "spanish"), ("en", "english")):
            generator = xapian.TermGenerator()
            generator.set_stemmer(xapian.Stem(name))
            self.generators[lang] = generator

    def add(self, number, lang, text):
        document = xapian.Document()
        generator = self.generators[lang]
        generator.set_document(document)
        generator.index_text(text)
        self.writable.replace_document(number + 1, document)

    def commit(self):
        self.writable.commit()

    def _best(self, query):
        enquire = xapian.Enquire(self.writable)
        enquire.set_query(query)
        return [match.docid - 1 for match in enquire.get_mset(0, LIMIT, EVERY)]

    def words(self, words):
        parser = xapian.QueryParser()
        parser.set_default_op(xapian.Query.OP_OR)
        return self._best(parser.parse_query(" ".join(words)))

    def prefix(self, beginning):
        parser = xapian.QueryParser()
        parser.set_database(self.writable)
        flags = xapian.QueryParser.FLAG_WILDCARD
        return self._best(parser.parse_query(f"{beginning}*", flags))

    def phrase(self, words):
        return self._best(xapian.Query(xapian.Query.OP_PHRASE, [w.lower() for w in words]))


def main():
    server = Server(sys.argv[1])
    for line in sys.stdin:
        order, *arguments = json.loads(line)
        started = time.process_time()
        answer = getattr(server, order)(*arguments)
        spent = (time.process_time() - started) * 1000
        print(json.dumps([answer, spent]), flush=True)


main()
