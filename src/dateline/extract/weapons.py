"""Words that name a weapon of the codebook."""

from functools import cache

from dateline.extract.mentions import WeaponMention
from dateline.extract.parse import Parse
from dateline.knowledge.ontology import weapon_words


def find_weapons(parse: Parse) -> list[WeaponMention]:
    """Find each weapon, the longest name first, in the order of the text."""
    out, token = [], 0
    while token < len(parse):
        size, weapon = _name_at(parse, token)
        if weapon:
            end = token + size
            out.append(
                WeaponMention(
                    first=token, end=end, head=end - 1, rule=f"weapon/{weapon}", weapon=weapon
                )
            )
        token += max(size, 1)
    return out


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, weapon in weapon_words().items():
        parts = tuple(" - ".join(" ".join(words).split("-")).split())
        index.setdefault(parts[0], []).append((parts, weapon))
    return {k: sorted(v, key=lambda one: -len(one[0])) for k, v in index.items()}


def _name_at(parse: Parse, token: int) -> tuple[int, str | None]:
    for words, weapon in _by_first_word().get(parse.lemmas[token], ()) or _by_first_word().get(
        parse.lowers[token], ()
    ):
        end = token + len(words)
        if end <= len(parse) and all(
            want in (parse.lemmas[i], parse.lowers[i])
            for want, i in zip(words, range(token, end), strict=True)
        ):
            return len(words), weapon
    return 0, None
