"""The situation report: what it says, its map and timeline, and its two forms, HTML and PDF."""

from dateline.publish.sitrep.contents import Material, Scope, Sitrep
from dateline.publish.sitrep.drafting import draft

__all__ = ["Material", "Scope", "Sitrep", "draft"]
