"""The web app and the HTTP API over a record; ``application`` puts it together."""
