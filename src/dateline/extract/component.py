"""The components that a spaCy pipeline can add: ``nlp.add_pipe("dateline")`` does it all."""

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.coding import code
from dateline.extract.happenings import Options
from dateline.extract.parse import Parse
from dateline.records import Report

REPORT, RECORD = "dateline_report", "dateline"

for _name in (REPORT, RECORD):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.factory(
    "dateline",
    requires=["token.lemma", "token.tag", "token.dep", "token.head", "doc.sents"],
    assigns=["doc._.dateline"],
    retokenizes=False,
    default_config={"encoder": True},
)
class Dateline:
    """Code a parsed document: ``doc._.dateline`` is its record.

    Set ``doc._.dateline_report`` before it runs to give the report's title and day of publication.
    """

    def __init__(self, nlp: Language, name: str, *, encoder: bool) -> None:  # noqa: ARG002 - spaCy's
        """Read with the encoder, or by patterns and linear models alone."""
        self._options = Options(encoder=encoder)

    def __call__(self, doc: Doc) -> Doc:
        """Read the report that the document holds."""
        report = getattr(doc._, REPORT) or Report(id="text", text=doc.text)
        setattr(doc._, RECORD, code(report, Parse.of(doc, report.text), self._options))
        return doc
