"""Who acts in a clause, and whom the act is directed at, by country."""

from dateline.extract.alone.chains import Told
from dateline.extract.alone.clauses import Clauses
from dateline.extract.alone.countries import Countries
from dateline.extract.alone.deeds import Deed
from dateline.extract.reading import Reading


class Sides:
    """The two sides of the clauses of one text."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        """Lay out the country that each word tells."""
        self._parse = reading.parse
        self._clauses = clauses
        self._countries = Countries(reading)

    def subject(self, verb: int, before: list[str]) -> list[str]:
        """Give who acts; a clause without a subject, or with "they", has that of the one above."""
        subjects = self._clauses.subjects(verb)
        if not subjects:
            return before
        found = next((told for s in subjects if (told := self._countries.listed(s))), [])
        if not found and self._parse.tags[subjects[0]][:3] == "PRP":
            return before
        return found or self._countries.anywhere(self._parse.subtree(subjects[0]))

    def doers(self, verb: int, told: Told, subject: list[str]) -> list[str]:
        """Give who does what a subject suffers: those after "by", else another in the clause."""
        agents = (self._parse.child(i, "agent") for i in (told.at, verb))
        agent = next((a for a in agents if a is not None), None)
        if agent is not None:
            return self._countries.first(list(self._parse.subtree(agent)))
        return self._countries.first(self._clauses.words(verb), subject)

    def others(self, verb: int, told: Told, subject: list[str]) -> list[str]:
        """Give those whom an act is directed at: what follows it, then what stands before."""
        if told.asked is not None:
            asked = [c for c in self.listed(told.asked) if c not in subject]
            if asked or told.deed is Deed.APPEAL:
                return asked
        alone, find = len(subject) == 1, self._countries
        words = self._clauses.words(verb)
        if told.shared and not alone:
            words = self._clauses.without_places(words)
        after = self._clauses.by_doer(told, [i for i in words if i > told.at])
        objects = self._clauses.objects(told.at)
        return (
            (find.same(objects, subject) if alone else [])
            or find.first(after, subject)
            or find.first([i for i in words if i < told.at], subject)
            or (find.same(after, subject) if alone else [])
            or find.first([i for i in self._clauses.deeper(told) if i not in words], subject)
        )

    def told_of(self, verb: int, speaker: str) -> list[str]:
        """Give the first country in what a clause tells, but for who tells it."""
        return self._countries.first(self._clauses.words(verb), [speaker])

    def listed(self, noun: int) -> list[str]:
        """Give the countries of a noun and of those that "and" ties to it."""
        return self._countries.listed(noun)
