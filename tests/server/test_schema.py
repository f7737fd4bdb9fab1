"""Whatever fits the API's own description, and much that does not, is answered as it says."""

import time

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dateline.records import Query
from dateline.records.desk import Arrival, Feed, Person, WarningFeed, Watch
from dateline.server.application import application
from dateline.server.keys import SCOPES, new_key
from dateline.server.options import Options
from dateline.store import open_store
from tests.keeping.made import add
from tests.server.conftest import RECORDS
from tests.server.live import running

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
ENDS_THE_TEST = r"/(session|tokens/\{id\})$"  # its token would open nothing any more


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Serve a small record with one thing on every shelf, and a program that may do all."""
    address = str(tmp_path_factory.mktemp("schema") / "served.db")
    with open_store(address) as store:
        add(store, *RECORDS)
        with store.writing() as write:
            root = Person(id="root", name="root", role="admin", created=0)
            key, secret = new_key(root, "token", time.time(), lasts=None, scopes=SCOPES)
            for thing in (root, key, Person(id="p1", name="pat", role="reader", created=0),
                          Arrival(id="a1", kind="text", name="a", by="root", at=0, body=b"x"),
                          Feed(id="f1", url="https://example.org/feed", name="f", every=30),
                          Watch(id="w1", name="w", query={}, channel="feed", owner="r", created=0),
                          WarningFeed(id="s1", name="s", kind="intervals", created=0)):  # fmt: skip
                write.shelve(thing)
    with running(address) as server:
        yield server, secret


def known(server, path):
    """Name what is there, so that more than "there is no such thing" is met."""
    row = server.store.search(Query())[0]
    ids = {"arrivals": "a1", "feeds": "f1", "watches": "w1", "warning-feeds": "s1",
           "people": "p1", "incidents": row.id, "export": "csv"}  # fmt: skip
    kind = path.removeprefix("/api/v1/").partition("/")[0]
    return {"id": ids.get(kind, "x"), "report_id": "wire", "other": "paper", "format": "geojson"}


def described():
    """Load the description, which is the same over every record."""
    with open_store(":memory:") as store:
        form = application(store, Options(record=":memory:")).openapi()
    schema = schemathesis.openapi.from_dict(form)
    return schema.exclude(method="DELETE", path_regex=ENDS_THE_TEST)


@described().parametrize()
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_nothing_that_is_sent_breaks_the_server(case, desk):
    server, secret = desk
    sent = {"base_url": server.base, "headers": {"Authorization": f"Bearer {secret}"}}
    case.call_and_validate(**sent, checks=CHECKS)
    if isinstance(case.body, dict) and "incident" in case.body:
        case.body["incident"] = known(server, "/incidents/")["id"]
        sent["headers"]["If-Match"] = "*"
        case.call_and_validate(**sent, checks=CHECKS)
    if case.path_parameters and case.method != "DELETE":
        names = known(server, case.path)
        case.path_parameters = {name: names[name] for name in case.path_parameters}
        case.call_and_validate(**sent, checks=CHECKS)
