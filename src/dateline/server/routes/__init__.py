"""The API: each module defines ``ROUTE``, and is found by being here."""
