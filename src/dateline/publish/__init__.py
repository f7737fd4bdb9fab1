"""Records to the world: each module in ``exports`` is one format."""

from dateline.folder import Folder
from dateline.publish import exports
from dateline.publish.export import Export, Options

EXPORTS: Folder[Export] = Folder(exports, "EXPORT", Export)

__all__ = ["EXPORTS", "Export", "Options"]
