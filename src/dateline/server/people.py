"""The people of a desk: found by name, added with a link that lets them in once."""

import secrets
import time
from dataclasses import replace

from dateline.errors import SettingError
from dateline.records.desk import ROLES, Key, Person
from dateline.server.keys import LINK, new_key
from dateline.store import Reading, Writer

_LONGEST = 80  # letters of a name


def named_person(store: Reading, name: str) -> Person | None:
    """Find somebody by name, however it is written in capitals."""
    folded = name.strip().casefold()
    return next((p for p in store.shelf(Person).all() if p.name.casefold() == folded), None)


def add_person(write: Writer, name: str, role: str, *, email: str | None = None) -> Person:
    """Add somebody; names are each used once."""
    plain = " ".join(name.split())
    if not plain or len(plain) > _LONGEST or not plain.isprintable():
        message = f"A name has 1 to {_LONGEST} letters"
        raise SettingError(message, name=name)
    if named_person(write, plain):
        message = f"There is somebody called {plain} already"
        raise SettingError(message, name=plain)
    made = Person(
        id=secrets.token_hex(8),
        name=plain,
        role=checked_role(role),
        email=email,
        created=time.time(),
    )
    write.shelve(made)
    return made


def change_person(write: Writer, person: Person, **changed: object) -> Person:
    """Change somebody's role or whether they may sign in; somebody must be left who can do this."""
    new = replace(person, **changed)  # type: ignore[arg-type]
    checked_role(new.role)
    admins = [p for p in write.shelf(Person).all() if p.role == "admin" and not p.disabled]
    if [p.id for p in admins] == [person.id] and (new.role != "admin" or new.disabled):
        message = f"{person.name} is the only admin; make another one first"
        raise SettingError(message, name=person.name)
    write.shelve(new)
    if new.disabled:
        for key in write.shelf(Key).under(person.id):
            write.unshelve(Key, key.id)
    return new


def make_link(write: Writer, person: Person, base: str) -> tuple[str, float]:
    """Make an address that lets somebody in once, and say until when; older ones are void."""
    for old in write.shelf(Key).under(person.id):
        if old.use == "link":
            write.unshelve(Key, old.id)
    key, secret = new_key(person, "link", time.time(), lasts=LINK)
    write.shelve(key)
    return f"{base}/sign-in#token={secret}", key.due or 0.0


def checked_role(role: str) -> str:
    """Refuse a role that there is not."""
    if role not in ROLES:
        message = f"Unknown role {role!r}; known are: {', '.join(ROLES)}"
        raise SettingError(message, role=role)
    return role
