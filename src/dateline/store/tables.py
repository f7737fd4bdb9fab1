"""The tables, alike on both databases; what differs is made by the migrations."""

import sqlalchemy as sa

METADATA = sa.MetaData()
MEASURES = ("killed", "injured")  # whose tolls are columns, to be counted at a glance
# Ids are sorted by their code points on both databases.
_ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

MIGRATIONS = sa.Table(
    "migrations",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("program", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)
REPORTS = sa.Table(
    "reports",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),  # the current one
    sa.Column("url", sa.Text, index=True),
)
VERSIONS = sa.Table(
    "versions",
    METADATA,
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False, index=True),
    sa.Column("program", sa.Text, nullable=False),
    sa.Column("added", sa.Text, nullable=False),
    sa.Column("record", sa.LargeBinary, nullable=False),  # as the codec writes it
    sa.Column("corrected", sa.LargeBinary),  # the same as analysts corrected it
)
FINGERPRINTS = sa.Table(
    "fingerprints",
    METADATA,
    sa.Column("run", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column(
        "report",
        sa.Text,
        sa.ForeignKey("reports.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    sqlite_with_rowid=False,
)
EVENTS = sa.Table(
    "events",
    METADATA,
    sa.Column("ref", sa.Text, primary_key=True),
    sa.Column(
        "report",
        sa.Text,
        sa.ForeignKey("reports.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("own_id", sa.Text, nullable=False, index=True),
    sa.Column("incident", sa.Text, index=True),
    sa.Column("sketch", sa.LargeBinary, nullable=False),
)
KEYS = sa.Table(
    "keys",
    METADATA,
    sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column(
        "event",
        sa.Text,
        sa.ForeignKey("events.ref", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    sqlite_with_rowid=False,
)
PAIRS = sa.Table(
    "pairs",
    METADATA,
    sa.Column("left", sa.Text, sa.ForeignKey("events.ref", ondelete="CASCADE"), primary_key=True),
    sa.Column(
        "right",
        sa.Text,
        sa.ForeignKey("events.ref", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    sa.Column("points", sa.Float, nullable=False),
    sqlite_with_rowid=False,
)
# ``number`` ties a row to its entries in the indexes for words and areas; ``words`` and ``parties``
# are folded, with a blank at both ends, so that " word " is found in them.
INCIDENTS = sa.Table(
    "incidents",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("weapon", sa.Text),
    sa.Column("country", sa.Text),
    sa.Column("grade", sa.Text, nullable=False),
    sa.Column("origins", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer),  # days, as date.toordinal counts them
    sa.Column("end", sa.Integer),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("parties", sa.Text, nullable=False),
    sa.Column("row", sa.LargeBinary, nullable=False),  # all of it, as a list shows it
    sa.Column("revision", sa.Integer, nullable=False, server_default="0"),
    sa.Column("doubt", sa.Float, nullable=False, server_default="0"),
    sa.Column("sensitive", sa.Integer, nullable=False, server_default="0"),
    sa.Column("protected", sa.Text, nullable=False, server_default=""),  # " health education "
    *(sa.Column(f"{m}_{b}", sa.Float) for m in MEASURES for b in ("low", "best", "high")),
)
# A transaction that writes incidents is a revision; what it took out stands in ``removed``.
sa.Index("incidents_revision", INCIDENTS.c.revision, INCIDENTS.c.id)
sa.Index("incidents_doubt", INCIDENTS.c.doubt.desc(), INCIDENTS.c.id)
REVISIONS = sa.Table(
    "revisions",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Text, nullable=False),
)
REMOVED = sa.Table(
    "removed",
    METADATA,
    sa.Column("id", _ID, primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False, index=True),
)
TOMBSTONES = sa.Table(
    "tombstones",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("successors", sa.Text, nullable=False),  # JSON
    sa.Column("reason", sa.Text, nullable=False),
)
JUDGEMENTS = sa.Table(
    "judgements",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("left_report", sa.Text, nullable=False, index=True),
    sa.Column("right_report", sa.Text, index=True),
    sa.Column("judgement", sa.LargeBinary, nullable=False),  # JSON
)
# Whatever a desk keeps beside the record, each sort under its name: people, feeds, watches.
DESK = sa.Table(
    "desk",
    METADATA,
    sa.Column("sort", _ID, primary_key=True),
    sa.Column("id", _ID, primary_key=True),
    sa.Column("under", _ID, index=True),
    sa.Column("at", sa.Float),
    sa.Column("due", sa.Float),
    sa.Column("body", sa.LargeBinary, nullable=False),  # JSON
)
SEEN = sa.Table(  # what feeds have brought already
    "seen",
    METADATA,
    sa.Column("feed", _ID, primary_key=True),
    sa.Column("key", _ID, primary_key=True),
)
WARNINGS = sa.Table(
    "warnings",
    METADATA,
    sa.Column("feed", _ID, primary_key=True),
    sa.Column("key", _ID, primary_key=True),
    sa.Column("region", _ID, nullable=False, index=True),
    sa.Column("start", sa.Float, nullable=False, index=True),
    sa.Column("end", sa.Float, index=True),
    sa.Column("body", sa.LargeBinary, nullable=False),  # JSON
)
AUDIT = sa.Table(
    "audit",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("body", sa.LargeBinary, nullable=False),  # JSON
)
COMMITS = sa.Table(  # a key of each transaction of the last days: it tells that it was kept
    "commits",
    METADATA,
    sa.Column("key", _ID, primary_key=True),
    sa.Column("at", sa.Float, nullable=False, index=True),
)
