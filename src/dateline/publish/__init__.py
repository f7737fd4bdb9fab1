"""Records and incidents to the world: a module in one of the two folders is one format."""

from dateline.folder import Folder
from dateline.publish import exports, incident_exports
from dateline.publish.export import Export, IncidentExport, Options

EXPORTS: Folder[Export] = Folder(exports, "EXPORT", Export)
INCIDENT_EXPORTS: Folder[IncidentExport] = Folder(incident_exports, "EXPORT", IncidentExport)

__all__ = ["EXPORTS", "INCIDENT_EXPORTS", "Export", "IncidentExport", "Options"]
