"""Draft every party of a report: what each phrase says by itself, before the rest is weighed."""

from collections import Counter

from dateline.extract.actor_common import fleeing, noun_of, read_noun, read_unlisted
from dateline.extract.actor_draft import Draft, Page
from dateline.extract.actor_modifiers import read_modifiers, read_peers
from dateline.extract.actor_phrases import Phrase, phrase_heads, phrase_of
from dateline.extract.actor_proper import PEOPLES, PROPER, read_name, read_span
from dateline.extract.actor_roles import noun_at
from dateline.extract.actor_spans import NameSpan
from dateline.extract.parse import Parse
from dateline.knowledge.actors import word_list

_COUNTABLE = frozenset({"person", "people", "thing"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "ROOT", "attr"})
_NOMINAL_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "NN", "NNS"})
_LEADS = frozenset({"DT", "PRP$", "CD"})


class Drafting:
    """Reads the phrases of one report, each only once."""

    def __init__(self, page: Page) -> None:
        """Take the page; nothing is read yet."""
        self._page = page
        self._parse = page.parse
        self._by_head: dict[int, Draft] = {}

    def drafts(self) -> list[Draft]:
        """Draft every noun phrase, then what counts, modifies or stands for one."""
        phrases = [phrase_of(self._parse, head) for head in phrase_heads(self._parse)]
        for phrase in phrases:
            self._keep(self._read(phrase))
        for phrase in phrases:
            self._look_through(phrase)
        for phrase in phrases:
            self._look_before(phrase)
        for i in range(len(self._parse)):
            if i not in self._by_head:
                self._bare(i)
        return [self._by_head[head] for head in sorted(self._by_head)]

    def _keep(self, draft: Draft | None) -> None:
        if draft is not None:
            self._by_head[draft.head] = draft

    def _read(self, phrase: Phrase) -> Draft | None:
        page, head = self._page, phrase.head
        span = page.names.at[head]
        found = noun_of(page, phrase) or noun_at(self._parse, phrase.first, head)
        if span is not None and (found is None or found[1] >= span.first):
            return read_span(page, phrase, span)
        if found is not None and not page.is_surname(phrase, found[1]):
            return read_noun(page, phrase, *found)
        if self._parse.tags[head] in PROPER or page.label(head) == "PERSON":
            return read_name(page, phrase, self._office_before(phrase.first))
        return read_unlisted(page, phrase)

    def _office_before(self, first: int) -> Draft | None:
        """Find the office right before a name that the parse does not join to it."""
        office = self._by_head.get(first - 1)
        if office is None or office.nature != "person" or office.named:
            return None
        return office

    def _look_through(self, phrase: Phrase) -> None:
        """Let "dozens of", "a group of" stand for the noun behind them."""
        head = phrase.head
        if phrase.tail is None or self._parse.lemmas[head] not in word_list("quantity"):
            return
        inner = self._by_head.get(phrase.tail)
        if inner is not None and (inner.plural or head not in self._by_head):
            self._keep(self._quantity(inner, phrase.first, phrase.end, head))

    def _look_before(self, phrase: Phrase) -> None:
        """Draft the parties that stand before a head."""
        draft = self._by_head.get(phrase.head)
        if draft is not None:
            for peer in read_peers(self._page, phrase, draft):
                self._keep(peer)
            return
        for modifier in read_modifiers(self._page, phrase):
            self._by_head.setdefault(modifier.head, modifier)

    def _bare(self, i: int) -> None:
        """Draft a word of another kind that stands for a party: "two were killed"."""
        parse, span = self._parse, self._page.names.at[i]
        if span is not None and i == span.end - 1 and self._stands_alone(span, i):
            self._keep(read_span(self._page, Phrase(span.first, i, i + 1, None), span))
        elif parse.deps[i] not in _ARGUMENTS:
            return
        elif parse.tags[i] in _NOMINAL_TAGS:
            self._nominal(i)
        elif parse.tags[i] in {"CD", "DT"}:
            self._count(i)

    def _stands_alone(self, span: NameSpan, i: int) -> bool:
        """Tell whether a name is no modifier, whatever its tag: "the British", "DR CONGO"."""
        dep = self._parse.deps[i]
        return dep not in _MODIFIERS and (span.kind not in PEOPLES or dep in _ARGUMENTS)

    def _nominal(self, i: int) -> None:
        """Draft "the wounded", "their dead", "2,000 displaced"."""
        lower = self._parse.lowers[i]
        if lower in word_list("nominal") and i and self._parse.tags[i - 1] in _LEADS:
            role = "REF" if lower == "displaced" else "CVL"
            self._keep(Draft(i, i + 1, i, "nominal", lower, role, "people", plural=True))

    def _count(self, i: int) -> None:
        """Draft a number that stands alone, or for the noun behind its "of"."""
        parse, inner = self._parse, None
        of = parse.child(i, "prep")
        if of is not None and parse.lowers[of] == "of":
            noun = parse.child(of, "pobj")
            inner = self._by_head.get(noun) if noun is not None else None
        if inner is not None and inner.nature in _COUNTABLE:
            self._keep(self._quantity(inner, i, i + 1, i))
        elif parse.deps[i] in {"nsubj", "nsubjpass", "dobj"}:
            one = parse.lowers[i] in {"one", "another"}
            nature = "person" if one else "people"
            draft = Draft(i, i + 1, i, "count", parse.words[i], "CVL", nature, plural=not one)
            self._keep(draft)

    def _quantity(self, inner: Draft, first: int, end: int, head: int) -> Draft | None:
        if inner.nature not in _COUNTABLE:
            return None
        return Draft(
            first=first,
            end=end,
            head=head,
            rule="quantity",
            name=inner.name,
            role=fleeing(self._page, head, inner.role),
            nature=inner.nature,
            countries=inner.countries,
            plural=True,
            office=inner.office,
            whole=inner,
        )


def draft_parties(parse: Parse, spans: list[NameSpan], told: Counter[str]) -> list[Draft]:
    """Draft the parties of a report, in the order of the text."""
    return Drafting(Page(parse, spans, told)).drafts()
