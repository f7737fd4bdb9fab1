"""Telling those who watch: by webhook and e-mail, tried again until it is received."""

import time
from dataclasses import replace
from datetime import UTC, datetime

from dateline.errors import DatelineError, SettingError
from dateline.keeping import watching
from dateline.publish.channel import Bulletin
from dateline.publish.channels import email, webhook
from dateline.publish.delivery import next_try
from dateline.records.desk import Delivery, Watch
from dateline.server.feeding import fetcher
from dateline.server.service import Service
from dateline.store import Writer

_LEASE = 120.0  # seconds in which one delivery must be done


def look_for_news(service: Service) -> None:
    """Line up what the record has new for each watch."""
    if any(w.seen < service.revision() for w in service.store.shelf(Watch).all()):
        with service.writing() as write:
            watching.look(write, time.time())


def deliver(service: Service) -> None:
    """Deliver what is due, one after the other."""
    while True:
        now = time.time()
        if not service.store.shelf(Delivery).due(now):
            return
        with service.writing() as write:
            delivery = watching.claim(write, now, _LEASE)
            watch = write.shelf(Watch).find(delivery.under) if delivery else None
        if delivery is not None:
            _settle(service, delivery, watch)


def attempt(service: Service, watch: Watch, told: Bulletin, message: str) -> None:
    """Send a bulletin once; an error says why it was not received."""
    if watch.channel == "webhook":
        body = webhook.write(told)
        now = datetime.now(UTC)
        signed = webhook.headers(watch.secret or "", message, now, body)
        fetcher(service).post(watch.target or "", body, headers=signed).good()
        return
    post = service.options.post
    if post.host is None:
        said = "This server sends no e-mail; set DATELINE_SMTP_HOST where it is started"
        raise SettingError(said)
    server = email.Server(host=post.host, port=post.port, user=post.user, password=post.password,
                          sender=post.sender)  # fmt: skip
    email.send(email.compose(told, [watch.target or ""], post.sender), server)


def _settle(service: Service, delivery: Delivery, watch: Watch | None) -> None:
    now = time.time()
    if watch is None or watch.paused:
        done = replace(delivery, status="failed", reason="the watch is no more", due=None)
        _keep(service, done, None)
        return
    told = watching.bulletin(service.store, watch, service.options.base, delivery.incidents)
    try:
        attempt(service, watch, told, delivery.id)
    except DatelineError as error:
        wait = next_try(delivery.attempts) if error.facts.get("again", True) else None
        status = "failed" if wait is None else "waiting"
        due = None if wait is None else now + wait
        _keep(service, replace(delivery, status=status, reason=str(error), due=due), watch)
        return
    _keep(service, replace(delivery, status="sent", reason=None, due=None), watch)


def _keep(service: Service, delivery: Delivery, watch: Watch | None) -> None:
    def kept(write: Writer) -> None:
        write.shelve(delivery)
        if watch is not None and (known := write.shelf(Watch).find(watch.id)):
            last = {"at": time.time(), "status": delivery.status, "reason": delivery.reason}
            write.shelve(replace(known, last=last))

    service.change(kept)  # it was sent: that must be known, or it is sent again
