#!/bin/sh
# Make sure that PostgreSQL is here: the tests start a server of their own, on a socket of theirs.
set -eu
if [ -n "${DATELINE_TEST_POSTGRESQL:-}" ] || command -v initdb >/dev/null ||
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
	exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends postgresql
else
	echo "The tests need PostgreSQL: install it (Debian: apt-get install postgresql), or name an" >&2
	echo "empty database of your own: DATELINE_TEST_POSTGRESQL=postgresql://… make test" >&2
	exit 1
fi
