#!/bin/sh
# Make sure that a browser is here: the tests look at the web app in Chromium, without a screen.
set -eu
if [ -n "${DATELINE_TEST_CHROMIUM:-}" ] || command -v chromium >/dev/null; then
	exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium
else
	echo "The tests need Chromium: install it (Debian: apt-get install chromium), or name the" >&2
	echo "program: DATELINE_TEST_CHROMIUM=/path/to/chromium make test" >&2
	exit 1
fi
