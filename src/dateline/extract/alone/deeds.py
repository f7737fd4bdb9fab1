"""What one party can do to another, as the older scheme (CAMEO) and the newer (PLOVER) file it."""

from enum import Enum


class Deed(Enum):
    """A root of CAMEO, with the type of PLOVER that it became and CAMEO's own class.

    The class is 1 or 2 for cooperation in words or in acts, 3 or 4 for conflict in words or in
    acts. Where the schemes differ (an appeal is cooperation to the one, conflict to the other)
    both are kept.
    """

    TELL = ("tell", "SUPPORT", 1)
    APPEAL = ("appeal", "REQUEST", 1)
    INTEND = ("intend", "AGREE", 1)
    CONSULT = ("consult", "CONSULT", 1)
    SUPPORT = ("support", "SUPPORT", 1)
    APOLOGISE = ("apologise", "CONCEDE", 1)
    COOPERATE = ("cooperate", "COOPERATE", 2)
    AID = ("aid", "AID", 2)
    YIELD = ("yield", "RETREAT", 2)
    INVESTIGATE = ("investigate", "ACCUSE", 3)
    DEMAND = ("demand", "REQUEST", 3)
    ACCUSE = ("accuse", "ACCUSE", 3)
    REJECT = ("reject", "REJECT", 3)
    THREATEN = ("threaten", "THREATEN", 3)
    PROTEST = ("protest", "PROTEST", 4)
    MOBILIZE = ("mobilize", "MOBILIZE", 4)
    SANCTION = ("sanction", "SANCTION", 4)
    COERCE = ("coerce", "COERCE", 4)
    ASSAULT = ("assault", "ASSAULT", 4)

    def __init__(self, word: str, plover: str, quad: int) -> None:
        """Name the deed as the word lists do."""
        self.word = word
        self.plover = plover
        self.quad = quad


BY_WORD = {deed.word: deed for deed in Deed}
BY_TYPE = {
    "AGREE": Deed.INTEND, "CONSULT": Deed.CONSULT, "SUPPORT": Deed.SUPPORT, "CONCEDE": Deed.YIELD,
    "COOPERATE": Deed.COOPERATE, "AID": Deed.AID, "RETREAT": Deed.YIELD, "REQUEST": Deed.DEMAND,
    "ACCUSE": Deed.ACCUSE, "REJECT": Deed.REJECT, "THREATEN": Deed.THREATEN,
    "PROTEST": Deed.PROTEST, "MOBILIZE": Deed.MOBILIZE, "SANCTION": Deed.SANCTION,
    "COERCE": Deed.COERCE, "ASSAULT": Deed.ASSAULT,
}  # fmt: skip
KIND = frozenset({Deed.COOPERATE, Deed.AID, Deed.CONSULT, Deed.SUPPORT})
FORCE = frozenset({Deed.PROTEST, Deed.MOBILIZE, Deed.SANCTION, Deed.COERCE, Deed.ASSAULT})
HARSH = FORCE | {Deed.THREATEN, Deed.REJECT}
SHARED = KIND | {Deed.INTEND}  # what two parties can do together

_MEANT = {**dict.fromkeys(KIND | {Deed.YIELD}, Deed.INTEND), **dict.fromkeys(FORCE, Deed.THREATEN)}
_PLEDGED = dict.fromkeys(KIND, Deed.INTEND)
_WOULD = dict.fromkeys(KIND | {Deed.YIELD}, Deed.INTEND)
_OVER = {
    **dict.fromkeys(HARSH | {Deed.DEMAND, Deed.ACCUSE, Deed.INVESTIGATE}, Deed.YIELD),
    **dict.fromkeys(KIND, Deed.SANCTION), Deed.CONSULT: Deed.REJECT,
}  # fmt: skip


def meant(deed: Deed) -> Deed:
    """Turn what somebody wants or plans to do into what that tells."""
    return _MEANT.get(deed, deed)


def pledged(deed: Deed) -> Deed:
    """Turn what somebody agrees or vows to do into what that tells."""
    return _PLEDGED.get(deed, deed)


def announced(deed: Deed) -> Deed:
    """Turn what somebody says they will do into what that tells."""
    return _WOULD.get(deed, deed)


def denied(deed: Deed) -> Deed | None:
    """Turn what somebody does not do, or will not, into what that tells."""
    return Deed.REJECT if deed in SHARED or deed is Deed.YIELD else None


def over(deed: Deed) -> Deed:
    """Turn what somebody ends, cuts or lifts into what that tells."""
    return _OVER.get(deed, deed)
