"""Which of a package's alternate names are worth a look-up."""

_LONGEST = 48
_CODE = 4  # "HRK", "NYC": airport codes and the like
_LAST_LATIN = "\u024f"
_MODIFIERS = "ʻʼ’‘`´ʹ–"
_ARTICLES = ("al-", "el-", "as-", "ar-", "at-", "ad-", "ash-", "az-", "an-", "al ", "el ")


def usable(name: str) -> bool:
    """Tell whether news in Latin script may write a name so: no codes, no machine spellings.

    GeoNames' lower-case names are letter-by-letter romanizations ("hrqwb" for Kharkiv).
    """
    if not 1 < len(name) <= _LONGEST or (name.isupper() and len(name) <= _CODE):
        return False
    if any(c > _LAST_LATIN and c not in _MODIFIERS and not "\u1e00" <= c <= "\u1eff" for c in name):
        return False
    first = name.lstrip("'‘`’ʻʼ ")
    return first[:1].isupper() or name.startswith(_ARTICLES)
