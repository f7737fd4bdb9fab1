"""The other page: how a record is kept, from coded reports to incidents, and looked at again."""
