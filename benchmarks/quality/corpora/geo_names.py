"""Names of places in running text, for gold that leaves out peoples and their adjectives."""

from benchmarks.quality.corpora.geo import answers
from benchmarks.quality.corpus import Corpus

CORPUS = Corpus(predict=lambda _, rows: answers(rows, without=frozenset(["demonym"])))
