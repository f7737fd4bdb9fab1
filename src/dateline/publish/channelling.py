"""The channels by their names."""

from dateline.folder import Folder
from dateline.publish import channels
from dateline.publish.channel import Channel

CHANNELS: Folder[Channel] = Folder(channels, "CHANNEL", Channel)
